import { expect, test, vi } from 'vitest';
import { writeAll } from './writeAll';

test('throws when the disk takes a part only', () => {
  const data = new Uint8Array(10);
  const write = vi.fn(() => 10);
  writeAll({ write }, data, 5);
  expect(write).toHaveBeenCalledWith(data, { at: 5 });
  expect(() => writeAll({ write: () => 9 }, data, 0)).toThrow();
});
