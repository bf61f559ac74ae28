import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasRecordings, keptMilliseconds, leftRecordings } from './recordings';

const now = 1_800_000_000_000;

type Files = Readonly<Record<string, { readonly text: string; readonly lastModified: number }>>;

const folders = new Map<string, Files>();
const held: { name: string }[] = [];

const folderOf = (id: string) => ({
  getFileHandle: (part: string) => {
    const file = folders.get(id)?.[part];
    const found = file && {
      size: file.text.length,
      lastModified: file.lastModified,
      text: () => Promise.resolve(file.text),
    };
    return found
      ? Promise.resolve({ getFile: () => Promise.resolve(found) })
      : Promise.reject(new DOMException('There is none.', 'NotFoundError'));
  },
});

const place = {
  async *keys() {
    yield* await Promise.resolve([...folders.keys()]);
  },
  getDirectoryHandle: (id: string) => Promise.resolve(folderOf(id)),
  removeEntry: (id: string) => Promise.resolve(void folders.delete(id)),
};

const file = (text: string, lastModified = now) => ({ text, lastModified });
const recorded = (id: string, startedAt: number): Files => ({
  'raw.webm': file('pictures'),
  'about.json': file(JSON.stringify({ id, title: 'Weekly', startedAt })),
});

beforeEach(() => {
  folders.clear();
  held.length = 0;
  vi.stubGlobal('navigator', {
    storage: {
      getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(place) }),
    },
    locks: { query: () => Promise.resolve({ held }) },
  });
});
afterEach(() => vi.unstubAllGlobals());

const left = async () => (await leftRecordings(now)).map(({ id }) => id);

describe('what a crash left behind', () => {
  test('is what nobody holds, the oldest first', async () => {
    folders.set('newer', recorded('newer', 2));
    folders.set('older', recorded('older', 1));
    folders.set('running', recorded('running', 3));
    held.push({ name: 'conference-recording-running' });
    expect(await left()).toEqual(['older', 'newer']);
    expect(await hasRecordings()).toBe(true);
  });

  test('is not what was saved, which goes when the browser has had its time', async () => {
    const saved = (age: number) => ({ ...recorded('one', 1), saved: file('', now - age) });
    folders.set('fresh', saved(keptMilliseconds - 1));
    folders.set('old', saved(keptMilliseconds));
    expect(await left()).toEqual([]);
    expect([...folders.keys()]).toEqual(['fresh']);
  });

  test.each([
    ['nothing', {}],
    ['an empty file', { ...recorded('one', 1), 'raw.webm': file('') }],
    ['no name', { 'raw.webm': file('pictures') }],
  ])('is not a folder with %s, which goes', async (_, files) => {
    folders.set('one', files);
    expect(await left()).toEqual([]);
    expect(await hasRecordings()).toBe(false);
  });
});
