// What a first visit downloads stays small: Brotli sizes of the built client against their limits.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const webRoot = path.resolve(import.meta.dirname, '../../wwwroot');
const entries = readdirSync(webRoot, { recursive: true });
const kilobytes = (pattern) =>
  entries
    .filter((name) => pattern.test(name.replaceAll(path.sep, '/')))
    .map((name) => brotliCompressSync(readFileSync(path.join(webRoot, name))).length / 1024)
    .reduce((sum, size) => sum + size, 0);

const limits = [
  ['scripts of a first visit', /^dist\/main\.js$/, 62],
  ['every script', /^dist\/.*\.js$/, 90],
  ['styles', /\.css$/, 14],
  ['page and icons', /\.(html|svg)$/, 8],
];

for (const [what, pattern, limit] of limits) {
  const size = kilobytes(pattern);
  console.log(`${what}: ${size.toFixed(1)} KB of ${limit} KB`);
  if (size === 0 || size > limit) {
    process.exitCode = 1;
  }
}
