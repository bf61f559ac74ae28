// A restore fails on a package that is known to be bad, and on one that is not that of the lock files.
// What is restored is a copy of the project files, from a registry on this machine; the packages
// themselves are in NuGet's cache since the repository was restored.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { nugetFeed } from './registry.mjs';
import { files, lockedNuget, root, run } from './repository.mjs';

// No project names these: they come with the database, and with the log.
const serverLock = 'src/Conference.Server/packages.lock.json';
const [database, log] = ['SQLitePCLRaw.core', 'Serilog.Sinks.File'];
const version = (name) => lockedNuget(serverLock).get(name).resolved;
const severity = { moderate: 1, high: 2, critical: 3 };
const hole = (name, level, versions) => ({
  [name.toLowerCase()]: [
    { url: 'https://advisories.example/1', severity: severity[level], versions },
  ],
});

/** A copy of what a restore reads, whose only registry is this one. */
function copyFor(context, feed) {
  const folder = mkdtempSync(path.join(tmpdir(), 'supply-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const file of files(/\.(csproj|props|targets|sln)$|^packages\.lock\.json$/)) {
    cpSync(path.join(root, file), path.join(folder, file));
  }
  const source = `<clear /><add key="here" value="${feed}/index.json" allowInsecureConnections="true" />`;
  writeFileSync(
    path.join(folder, 'nuget.config'),
    `<configuration><packageSources>${source}</packageSources></configuration>`,
  );
  return folder;
}

const restore = (folder) =>
  run('dotnet', ['restore', 'Conference.sln', '--locked-mode', '--force'], {
    cwd: folder,
    env: {
      ...process.env,
      NUGET_HTTP_CACHE_PATH: path.join(folder, 'cache'),
      DOTNET_CLI_UI_LANGUAGE: 'en',
    },
  });

const audited = async (context, holes) =>
  restore(copyFor(context, await nugetFeed(context, holes)));

function projectsWith(error, output) {
  const lines = output.matchAll(new RegExp(`([^/\\s]+)\\.csproj : error ${error}`, 'g'));
  return [...new Set([...lines].map(([, project]) => project))].sort();
}

function projectsThatUse(name) {
  const locks = files(/^packages\.lock\.json$/).filter((file) => lockedNuget(file).has(name));
  return locks.map((file) => path.basename(path.dirname(file))).sort();
}

test('a high and a critical advisory fail every project that the package gets into', async (context) => {
  const { status, output } = await audited(context, {
    ...hole(database, 'high', `[${version(database)}]`),
    ...hole(log, 'critical', `(, ${version(log)}]`),
  });
  assert.notEqual(status, 0);
  assert.deepEqual(projectsWith('NU1903', output), projectsThatUse(database), output);
  assert.deepEqual(projectsWith('NU1904', output), projectsThatUse(log), output);
});

test('a moderate advisory is told, one against other versions is not, and neither fails', async (context) => {
  const { status, output } = await audited(context, {
    ...hole(database, 'moderate', `[${version(database)}]`),
    ...hole(log, 'critical', `(, ${version(log)})`),
  });
  assert.equal(status, 0, output);
  assert.match(output, /warning NU1902.*SQLitePCLRaw/);
  assert.doesNotMatch(output, /Serilog/);
});

test('a registry without advisories is neither an error nor a warning', async (context) => {
  const { status, output } = await audited(context, undefined);
  assert.equal(status, 0, output);
  assert.doesNotMatch(output, /NU\d{4}/);
});

test('advisories that a registry has and does not hand out are an error', async (context) => {
  const { status, output } = await audited(context, 403);
  assert.notEqual(status, 0);
  assert.match(output, /error NU1900/);
});

test('a lock file that says something else of a package fails', async (context) => {
  const folder = copyFor(context, await nugetFeed(context, {}));
  const file = path.join(folder, serverLock);
  const { contentHash } = lockedNuget(serverLock).get(database);
  writeFileSync(file, readFileSync(file, 'utf8').replace(contentHash, `${'A'.repeat(86)}==`));
  const { status, output } = await restore(folder);
  assert.notEqual(status, 0);
  assert.match(output, /NU1403.*SQLitePCLRaw/);
});

test('a package that no lock file has fails', async (context) => {
  const folder = copyFor(context, await nugetFeed(context, {}));
  const file = path.join(folder, 'src/Conference.Core/Conference.Core.csproj');
  writeFileSync(
    file,
    '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="QRCoder" /></ItemGroup></Project>',
  );
  const { status, output } = await restore(folder);
  assert.notEqual(status, 0);
  assert.match(output, /NU1004/);
});
