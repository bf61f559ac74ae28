// What visits download stays small: Brotli sizes of the built client against their limits.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const webRoot = path.resolve(import.meta.dirname, '../../wwwroot');
const names = readdirSync(webRoot, { recursive: true }).map((name) =>
  name.replaceAll(path.sep, '/'),
);

const script = (part) => new RegExp(`^dist/(${part})(-[\\w-]{8})?\\.js$`);

/** By what loads it. Every script is in exactly one line: a new one has to be given its place. */
const limits = [
  ['scripts of a first visit', script('main'), 70],
  [
    'scripts of a call',
    script('CallView|phrasesApart|ChatPanel|PeoplePanel|CodeExchange|MessageList|useRowFocus'),
    26,
  ],
  [
    'scripts of dialogs and pages, when they are opened',
    script('\\w*Dialog|HistoryView|CheckView|openVideo|openWindow'),
    20,
  ],
  ['another language', script('de'), 10],
  [
    'effects on picture and sound, when somebody turns them on',
    script('blurWorker|ownWorker|pace|startBlur|startNoiseSuppression|workletProcessor'),
    70,
  ],
  [
    'recording, when somebody records or did not save it',
    script('recordCall|saveRecording|offerLeftRecordings|writeWorker|finishWorker'),
    70,
  ],
  ['styles', /\.css$/, 14],
  ['page and icons', /\.(html|svg)$/, 8],
];

for (const [what, pattern, limit] of limits) {
  const size = names
    .filter((name) => pattern.test(name))
    .reduce((sum, name) => sum + kilobytes(name), 0);
  console.log(`${what}: ${size.toFixed(1)} KB of ${limit} KB`);
  if (size === 0 || size > limit) {
    process.exitCode = 1;
  }
}

const unknown = names.filter(
  (name) =>
    name.endsWith('.js') &&
    name.startsWith('dist/') &&
    !limits.some(([, pattern]) => pattern.test(name)),
);
if (unknown.length > 0) {
  console.error(`Nobody knows what loads ${unknown.join(', ')}.`);
  process.exitCode = 1;
}

function kilobytes(name) {
  return brotliCompressSync(readFileSync(path.join(webRoot, name))).length / 1024;
}
