/** A piece of text, and whether the search found it. */
export interface HighlightPart {
  readonly text: string;
  readonly hit: boolean;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** For each folded character, where its original ends. */
  readonly ends: readonly number[];
}

/** Lower case without marks, character by character, as the server's index folds (SQLite's unicode61, remove_diacritics 2). */
function foldCharacter(character: string): string {
  return character.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** The words of a text: runs of letters, digits and marks. */
function words(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{Co}\p{M}]+/gu), (match) =>
    wordAt(match.index, match[0]),
  );
}

function wordAt(start: number, text: string): Word {
  const ends: number[] = [];
  let folded = '';
  let end = start;
  for (const character of text) {
    end += character.length;
    const added = foldCharacter(character);
    if (added === '' && ends.length > 0) {
      ends[ends.length - 1] = end;
    }
    folded += added;
    while (ends.length < folded.length) {
      ends.push(end);
    }
  }
  return { start, end, folded, ends };
}

/** Splits a text at the hits of a search: whole words, and words that begin with the last one. */
export function highlight(text: string, query: string): readonly HighlightPart[] {
  const wanted = words(query).map((word) => word.folded);
  const last = wanted.at(-1);
  if (last === undefined) {
    return [{ text, hit: false }];
  }
  const ranges: [number, number][] = [];
  for (const word of words(text)) {
    const end = hitEnd(word, wanted, last);
    if (end !== undefined) {
      addRange(ranges, text, word.start, end);
    }
  }
  return split(text, ranges);
}

function hitEnd(word: Word, wanted: readonly string[], last: string): number | undefined {
  if (wanted.includes(word.folded)) {
    return word.end;
  }
  return word.folded.startsWith(last) ? word.ends[last.length - 1] : undefined;
}

/** Hits of a compound such as `pre-join` become one. */
function addRange(ranges: [number, number][], text: string, start: number, end: number): void {
  const before = ranges.at(-1);
  if (before !== undefined && /^[-–_./:@'’+#]$/u.test(text.slice(before[1], start))) {
    before[1] = end;
  } else {
    ranges.push([start, end]);
  }
}

function split(text: string, ranges: readonly (readonly [number, number])[]): HighlightPart[] {
  const parts: HighlightPart[] = [];
  let position = 0;
  for (const [start, end] of ranges) {
    parts.push({ text: text.slice(position, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    position = end;
  }
  parts.push({ text: text.slice(position), hit: false });
  return parts.filter((part) => part.text !== '');
}
