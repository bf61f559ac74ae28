import { Caddy } from '../support/caddy';
import { expectEverybodySeesAndHears } from '../support/media';
import { sayRaw } from '../support/rawTls';
import { expect, test as base } from '../support/test';

const test = base.extend<{ readonly caddy: Caddy }>({
  caddy: async ({ ownServer }, use) => {
    const caddy = await Caddy.before(ownServer.url);
    await use(caddy);
    await caddy.dispose();
  },
});

test('behind the proxy of the manual a call goes over https, and nothing else is open', async ({
  caddy,
  person,
}) => {
  const over = { baseURL: caddy.url, ignoreHTTPSErrors: true };
  const [mara, tomas] = [await person('Mara', over), await person('Tomás', over)];
  await tomas.join(await mara.host('Weekly planning'));
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  await tomas.openChat();
  await tomas.say('Over https');

  const [cookie] = await mara.context.cookies();
  expect([cookie?.secure, cookie?.httpOnly]).toEqual([true, true]);
  expect(await caddy.ports()).toEqual([caddy.port]);
});

const hidden = 'GET /api/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n';
const chunked = 'Transfer-Encoding: chunked\r\n';
const probes = [
  ['two lengths', `Content-Length: 2\r\nContent-Length: ${2 + hidden.length}\r\n`, '{}'],
  ['a length and chunks', `Content-Length: ${5 + hidden.length}\r\n${chunked}`, '0\r\n\r\n'],
  ['chunks and a length', `${chunked}Content-Length: ${5 + hidden.length}\r\n`, '0\r\n\r\n'],
  ['chunks in disguise', `Transfer-Encoding: \u000bchunked\r\nContent-Length: 5\r\n`, '0\r\n\r\n'],
  ['chunks that are not last', 'Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'],
  ['an extension with a lone line feed', chunked, '2;a\nxx\r\n{}\r\n0\r\n\r\n'],
  ['an extension that ends in one', chunked, '2;a\n{}\r\n0\r\n\r\n'],
  ['a size that ends in one', chunked, '2\n{}\r\n0\r\n\r\n'],
  ['a size of 64 bits and two', chunked, '10000000000000002\r\n{}\r\n0\r\n\r\n'],
  ['a header on two lines', `Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n`, '0\r\n\r\n'],
  ['a lone line feed between headers', `X-Half: a\n${chunked}Content-Length: 5\r\n`, '0\r\n\r\n'],
  ['an end of the head that is one', `Content-Length: ${hidden.length}\n\n`, ''],
] as const;

test.describe('nobody behind it gets the answer to a hidden request', () => {
  for (const [what, headers, body] of probes) {
    test(what, async ({ caddy }) => {
      const head =
        'POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
      await sayRaw(caddy.port, `${head}${headers}\r\n${body}${hidden}`);
      // The next ones over the connections that the proxy keeps: the answer to what was hidden would be theirs.
      for (let next = 0; next < 5; next++) {
        const ask = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
        expect(await sayRaw(caddy.port, ask)).toEqual(['200']);
      }
    });
  }
});
