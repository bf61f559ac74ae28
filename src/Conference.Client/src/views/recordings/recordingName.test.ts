import { expect, test } from 'vitest';
import { recordingName } from './recordingName';

const startedAt = new Date(2026, 2, 2, 9, 5).getTime();

test.each([
  ['Weekly', 'Weekly 2026-03-02 09-05.webm'],
  ['', 'Untitled room 2026-03-02 09-05.webm'],
  ['a/b\\c: "d" <e>|f?*', 'a b c d e f 2026-03-02 09-05.webm'],
  ['Zürich 👋', 'Zürich 👋 2026-03-02 09-05.webm'],
])('%s', (title, name) => {
  expect(recordingName({ title, startedAt })).toBe(name);
});
