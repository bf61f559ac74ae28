import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('has a symbol in index.html for every name, and no other', () => {
  const union = read('./Icon.tsx').split('export type IconName =')[1]?.split(';')[0] ?? '';
  const names = [...union.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name);
  const page = read('../../../../wwwroot/index.html');
  const symbols = [...page.matchAll(/<symbol id="i-([a-z-]+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(symbols.sort()).toEqual(names.sort());
});
