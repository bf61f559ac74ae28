// The repository as these tests read it, and commands that run in it.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const passed = new Set(['node_modules', 'artifacts', 'bin', 'obj', '.git']);

export const read = (file) => readFileSync(path.join(root, file), 'utf8');
export const readJson = (file) => JSON.parse(read(file));

/** The files below a folder whose names match, without what was installed or built. */
export function files(pattern, folder = '') {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return passed.has(entry.name) ? [] : files(pattern, name);
    }
    return pattern.test(entry.name) ? [name] : [];
  });
}

/** Packages of a NuGet lock file by name, without the projects. */
export function lockedNuget(file) {
  const packages = Object.values(readJson(file).dependencies).flatMap((framework) =>
    Object.entries(framework),
  );
  return new Map(packages.filter(([, { type }]) => type !== 'Project'));
}

export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject).on('close', (status) => resolve({ status, output }));
  });
}
