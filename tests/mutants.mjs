// What a mutation report says: how many mutants were killed and how many were not, and, with --list, which.
import { readFileSync } from 'node:fs';

const [path, option] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, 'utf8'));
const mutants = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ ...mutant, file, source })),
);
const withStatus = (...statuses) => mutants.filter((mutant) => statuses.includes(mutant.status));
const missed = withStatus('Survived', 'NoCoverage');

if (option === '--list') {
  for (const { file, source, location, status, mutatorName, replacement } of missed) {
    const line = source.split('\n')[location.start.line - 1].trim();
    console.log(`${status}: ${file}:${location.start.line}\n    ${line}\n    ${mutatorName}: ${replacement}`);
  }
} else {
  console.log(withStatus('Killed', 'Timeout').length, missed.length);
}
