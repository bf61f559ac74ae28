const inLink = /\/r\/([^/?#]+)/;

/** The code as people see it, `kmr-vxtd-hpe`; undefined when the text is none. Case, hyphens and white space do not matter. */
export function parseRoomCode(text: string): string | undefined {
  const letters = text.replace(/[\s-]/g, '').toLowerCase();
  if (!/^[a-z]{10}$/.test(letters)) {
    return undefined;
  }
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}

/** The code in what somebody typed or pasted: a whole link, a part of it, or the code alone. */
export function findRoomCode(text: string): string | undefined {
  const trimmed = text.trim().slice(0, 2048);
  return parseRoomCode(inLink.exec(trimmed)?.[1] ?? trimmed);
}
