import { expect, test } from '../support/test';

test('a first visit to a room costs at most 110 KB in 12 requests', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.startRoom('Design review');
  const devtools = await tomas.context.newCDPSession(tomas.page);
  await devtools.send('Network.enable');
  const addresses = new Map<string, string>();
  let bytes = 0;
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
    addresses.set(requestId, request.url),
  );
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await tomas.page.goto(room);
  await expect(tomas.heading('Design review')).toBeVisible();
  await expect(tomas.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');

  const requests = [...addresses.values()].filter((address) => address.startsWith('http'));
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(12);
  expect(bytes).toBeLessThanOrEqual(110 * 1024);
});

test('every answer carries the headers that keep the page to itself', async ({ server }) => {
  for (const path of ['/', '/r/aaa-bbbb-ccc', '/dist/main.js', '/api/rooms', '/health/live']) {
    const { headers } = await fetch(server.url + path, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("require-trusted-types-for 'script'");
    // WebAssembly of our own alone.
    expect(policy.replace("'wasm-unsafe-eval'", ''), path).not.toContain('unsafe');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
  }
});

test('with reduced motion nothing moves', async ({ person }) => {
  const mara = await person('Mara', { reducedMotion: 'reduce' });
  await mara.host();
  await mara.openChat();
  const moving = await mara.page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1)
      .map((animation) => (animation.effect as KeyframeEffect).target?.className),
  );
  expect(moving).toEqual([]);
});

test('a theme that was chosen is there before the first paint', async ({ person }) => {
  const mara = await person('Mara', { colorScheme: 'light' });
  await mara.page.goto('/');
  await mara.button('Settings').click();
  await mara.page.getByRole('tab', { name: 'Appearance' }).click();
  await mara.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(mara.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await mara.page.reload({ waitUntil: 'commit' });
  await expect(mara.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
