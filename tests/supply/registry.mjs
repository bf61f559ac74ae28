// Registries on this machine, which know of the holes that a test tells them.
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** A NuGet feed that has no packages; `holes` as in its base file, or nothing for a feed without advisories. */
export function nugetFeed(test, holes) {
  return serve(test, (url, body, address) => {
    const files = {
      '/index.json': {
        version: '3.0.0',
        resources: [
          { '@id': `${address}/packages/`, '@type': 'PackageBaseAddress/3.0.0' },
          ...(holes
            ? [{ '@id': `${address}/advisories.json`, '@type': 'VulnerabilityInfo/6.7.0' }]
            : []),
        ],
      },
      '/advisories.json': [
        { '@name': 'base', '@id': `${address}/base.json`, '@updated': '2026-01-01T00:00:00Z' },
      ],
      '/base.json': holes,
    };
    return files[url] ?? 404;
  });
}

/** An npm registry; `holes` as it answers for the packages it is asked about, or the status it refuses with. */
export function npmRegistry(test, holes) {
  return serve(test, (url, body) => {
    if (url !== '/-/npm/v1/security/advisories/bulk') {
      return 404;
    }
    const asked = typeof holes === 'number' || JSON.parse(gunzipSync(body));
    return typeof holes === 'number'
      ? holes
      : Object.fromEntries(Object.entries(holes).filter(([name]) => name in asked));
  });
}

/** Serves what `answer` gives as JSON, or a status, until the test ends. Gives the address. */
async function serve(test, answer) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const content = answer(request.url, Buffer.concat(chunks), `http://${request.headers.host}`);
    const status = typeof content === 'number' ? content : 200;
    response
      .writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' })
      .end(status === 200 ? JSON.stringify(content) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}
