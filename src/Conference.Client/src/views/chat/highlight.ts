/** A piece of text, and whether the search found it. */
export interface HighlightPart {
  readonly text: string;
  readonly hit: boolean;
}

interface Word {
  readonly start: number;
  readonly folded: string;
  /** For each folded character, where its original ends. */
  readonly ends: readonly number[];
}

/** Words that must follow each other, as in `pre-join`. The end of the last phrase may be the beginning of a longer word. */
interface Phrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

type Range = readonly [start: number, end: number];

/** Splits a text at what a search has found in it, by the rules of the server's index; a text without all of it has no hits. */
export function highlight(text: string, query: string): readonly HighlightPart[] {
  const phrases = phrasesOf(query);
  const words = wordsOf(text);
  const found = phrases.map((phrase) => occurrences(words, phrase));
  const isHit = phrases.length > 0 && found.every((ranges) => ranges.length > 0);
  return isHit ? split(text, merge(found.flat())) : [{ text, hit: false }];
}

/** The parts that lie between two places of the text. */
export function clip(
  parts: readonly HighlightPart[],
  from: number,
  to: number,
): readonly HighlightPart[] {
  let end = 0;
  return parts
    .map(({ text, hit }) => {
      const start = end;
      end += text.length;
      return { text: text.slice(Math.max(0, from - start), Math.max(0, to - start)), hit };
    })
    .filter(({ text }) => text !== '');
}

function phrasesOf(query: string): readonly Phrase[] {
  const phrases = query
    .split(/\s+/u)
    .map((phrase) => wordsOf(phrase).map(({ folded }) => folded))
    .filter((words) => words.length > 0);
  return phrases.map((words, index) => ({ words, isPrefix: index === phrases.length - 1 }));
}

/** Runs of letters, digits and marks. */
function wordsOf(text: string): readonly Word[] {
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
  return { start, folded, ends };
}

/** Lower case without marks, character by character, as the index folds (SQLite's unicode61, remove_diacritics 2). */
function foldCharacter(character: string): string {
  return character.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

function occurrences(words: readonly Word[], phrase: Phrase): readonly Range[] {
  return words.flatMap((word, index) => {
    const last = words[index + phrase.words.length - 1];
    const wanted = phrase.words.at(-1);
    if (!last || wanted === undefined || !matches(words, index, phrase)) {
      return [];
    }
    return [[word.start, last.ends[wanted.length - 1] ?? word.start]] as const;
  });
}

function matches(words: readonly Word[], from: number, { words: wanted, isPrefix }: Phrase) {
  return wanted.every((expected, offset) => {
    const folded = words[from + offset]?.folded;
    const mayContinue = isPrefix && offset === wanted.length - 1;
    return mayContinue ? folded?.startsWith(expected) : folded === expected;
  });
}

function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = merged.at(-1);
    if (before && start <= before[1]) {
      before[1] = Math.max(before[1], end);
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}

function split(text: string, ranges: readonly Range[]): HighlightPart[] {
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
