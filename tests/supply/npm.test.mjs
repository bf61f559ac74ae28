// What a registry answers decides whether the audit of the npm packages passes, and no package runs anything when it is installed.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { npmRegistry } from './registry.mjs';
import { files, read, readJson, run } from './repository.mjs';

const client = 'src/Conference.Client';
// No package.json names it: it comes with the hub's protocol.
const transitive = 'tough-cookie';
const { version } = readJson(`${client}/package-lock.json`).packages[`node_modules/${transitive}`];
const hole = (severity, vulnerable) => ({
  [transitive]: [
    {
      id: 1,
      url: 'https://advisories.example/1',
      title: 'A hole',
      severity,
      vulnerable_versions: vulnerable,
    },
  ],
});

/** The audit of a registry that knows these holes, refuses with a status, or is at an address where there is none. */
async function audited(context, holes) {
  const registry = typeof holes === 'string' ? holes : await npmRegistry(context, holes);
  const cache = mkdtempSync(path.join(tmpdir(), 'supply-'));
  context.after(() => rmSync(cache, { recursive: true }));
  const asHere = {
    npm_config_registry: registry,
    npm_config_cache: cache,
    npm_config_fetch_retries: '0',
  };
  return run('node', ['tests/supply/audit.mjs', client], { env: { ...process.env, ...asHere } });
}

test('an npm package with a high or critical advisory fails', async (context) => {
  for (const severity of ['high', 'critical']) {
    const { status, output } = await audited(context, hole(severity, `<=${version}`));
    assert.equal(status, 1, output);
    assert.match(output, new RegExp(`${severity}: ${transitive} .*https://advisories.example/1`));
  }
});

test('a moderate advisory against an npm package is told and fails nothing', async (context) => {
  const { status, output } = await audited(context, hole('moderate', `<=${version}`));
  assert.equal(status, 0, output);
  assert.match(output, /: 0 packages with high or critical holes, [1-9]/);
});

test('an advisory against other versions of an npm package says nothing', async (context) => {
  const { status, output } = await audited(context, hole('critical', `<${version}`));
  assert.equal(status, 0, output);
  assert.match(output, /: 0 packages with high or critical holes, 0 with lesser ones/);
});

test('an npm registry without advisories is said to have none', async (context) => {
  for (const refusal of [404, 405]) {
    const { status, output } = await audited(context, refusal);
    assert.equal(status, 0, output);
    assert.match(output, /note: the registry has no advisories/);
  }
});

test('an npm registry that fails to answer fails the audit', async (context) => {
  for (const failure of [500, 'http://127.0.0.1:1']) {
    const { status, output } = await audited(context, failure);
    assert.equal(status, 1, output);
    assert.match(output, /did not answer/);
  }
});

test('no npm package runs a script of its own', () => {
  const folders = files(/^package\.json$/).map(path.dirname);
  assert.notEqual(folders.length, 0);
  for (const folder of folders) {
    assert.match(read(`${folder}/.npmrc`), /^ignore-scripts=true$/m, folder);
  }
});
