/** Reads a room code out of what somebody typed: the code with or without hyphens, in any case, or a whole link. */
export function parseRoomCode(text: string): string | undefined {
  const path = /\/r\/([^/?#]+)/.exec(text)?.[1] ?? text;
  const letters = path.replace(/[-\s]/g, '').toLowerCase();
  if (!/^[a-z]{10}$/.test(letters)) {
    return undefined;
  }
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}

export function roomLink(code: string): string {
  return `${location.origin}/r/${code}`;
}
