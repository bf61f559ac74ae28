// The bill of materials has all that is published and nothing else: with version, licence and hash.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockedNuget, readJson } from './repository.mjs';

const published = {
  // Each package that the server's lock file has is in its folder or in its shared framework.
  'server.cdx.json': () =>
    [...lockedNuget('src/Conference.Server/packages.lock.json')].map(
      ([name, { resolved }]) => `pkg:nuget/${name}@${resolved}`,
    ),
  'client.cdx.json': () =>
    Object.entries(readJson('src/Conference.Client/package-lock.json').packages)
      .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
      .map(
        ([folder, { version }]) =>
          `pkg:npm/${folder.split('node_modules/').at(-1).replace('@', '%40')}@${version}`,
      ),
};

const components = (file) => readJson(`artifacts/bill/${file}`).components;

test('the bill of materials has each package that is published, and no other', () => {
  for (const [file, packages] of Object.entries(published)) {
    assert.deepEqual(
      components(file)
        .map(({ purl }) => purl)
        .sort(),
      [...new Set(packages())].sort(),
      file,
    );
  }
});

test('the bill of materials has a licence and a hash of each package', () => {
  for (const { purl, licenses, hashes } of Object.keys(published).flatMap(components)) {
    assert.ok(licenses?.length > 0, `${purl} has no licence`);
    assert.ok(
      hashes?.some(({ alg, content }) => alg === 'SHA-512' && content.length === 128),
      `${purl} has no hash`,
    );
  }
});
