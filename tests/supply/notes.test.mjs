// Nothing is depended on without a word on what it is for: above its line in Packages.props, under
// "//dependencies" in a package.json.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, lockedNuget, read, readJson } from './repository.mjs';

test('every NuGet package has a note on what it is for', () => {
  const versions = read('src/Packages.props');
  const noted = new Set(
    [...versions.matchAll(/-->\s*<PackageVersion Include="([^"]+)"/g)].map(([, name]) => name),
  );
  const named = [...versions.matchAll(/<PackageVersion Include="([^"]+)"/g)].map(
    ([, name]) => name,
  );
  const direct = files(/^packages\.lock\.json$/)
    .flatMap((file) => [...lockedNuget(file)])
    .filter(([, { type }]) => type === 'Direct')
    .map(([name]) => name);
  assert.notEqual(direct.length, 0);
  assert.deepEqual(
    [...new Set([...named, ...direct])].filter((name) => !noted.has(name)),
    [],
  );
});

test('every npm package has a note on what it is for', () => {
  const projects = files(/^package\.json$/);
  assert.notEqual(projects.length, 0);
  for (const file of projects) {
    const { dependencies, devDependencies, '//dependencies': notes = {} } = readJson(file);
    assert.deepEqual(
      Object.keys(notes).sort(),
      Object.keys({ ...dependencies, ...devDependencies }).sort(),
      file,
    );
    assert.ok(
      Object.values(notes).every((note) => note.trim() !== ''),
      file,
    );
  }
});
