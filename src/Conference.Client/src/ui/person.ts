/** A hue from 0 to 359 that is always the same for an id (FNV-1a). */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % 360;
}

const firstLetter = (word: string): string => Array.from(word)[0]?.toLocaleUpperCase() ?? '';

/** `Mara Lindqvist` is `ML`, `Yuki` is `Y`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return firstLetter(words[0] ?? '') + firstLetter(last ?? '');
}

/** `Yuki` of `Yuki Tanaka`. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
