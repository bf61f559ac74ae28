import { allowDevices, cameraInUse, denied, missing } from '../support/devices';
import { expectEverybodySeesAndHears } from '../support/media';
import { expect, test } from '../support/test';

test('the preview shows the own picture and the level of the microphone', async ({ person }) => {
  const mara = await person('Mara');
  await mara.startRoom();
  const preview = mara.page.getByTestId('preview');
  await expect(preview).toHaveAttribute('data-state', 'on');
  await expect
    .poll(() => preview.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  const level = mara.page.getByRole('meter', { name: 'Microphone level' });
  await expect(level).not.toHaveAttribute('aria-valuenow', '0');

  await mara.button('Mute microphone').click();
  await expect(level).toHaveAttribute('aria-valuenow', '0');
  await mara.button('Turn camera off').click();
  await expect(preview).toHaveAttribute('data-state', 'off');
  await mara.button('Turn camera on').click();
  await expect(preview).toHaveAttribute('data-state', 'on');
});

test('devices can be chosen, and the choice is remembered', async ({ person }) => {
  const mara = await person('Mara');
  await mara.startRoom();
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  for (const kind of ['Camera', 'Microphone']) {
    const select = mara.page.getByRole('combobox', { name: kind });
    const second = await select.getByRole('option').nth(1).innerText();
    await select.selectOption({ label: second });
    await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
    await mara.page.reload();
    await expect(select.locator('option:checked')).toHaveText(second);
  }
});

test('a name is needed, and is remembered', async ({ person }) => {
  const mara = await person('Mara');
  const room = await mara.startRoom();
  const name = mara.page.getByRole('textbox', { name: 'Your name' });
  await name.fill('   ');
  await mara.button('Join now').click();
  await expect(name).toHaveAccessibleDescription('Enter your name so others know who you are.');
  await expect(name).toBeFocused();

  await mara.joinHere('Join with chat only');
  await mara.leave();
  await mara.page.goto('/');
  await mara.page.goto(room);
  await expect(name).toHaveValue('Mara');
});

test('who is in the room is said before joining', async ({ person }) => {
  const [mara, tomas, yuki] = [await person('Mara'), await person('Tomás'), await person('Yuki')];
  const room = await mara.startRoom();
  await expect(mara.page.getByText('You are the first one here')).toBeVisible();
  await mara.joinHere('Join with chat only');
  await tomas.join(room, 'Join with chat only');
  await yuki.page.goto(room);
  await expect(yuki.page.getByText('Mara and Tomás are in the room')).toBeVisible();
});

test('blocked devices: what to do is said, and one can join without', async ({ person }) => {
  const [mara, tomas] = [await person('Mara', { before: denied }), await person('Tomás')];
  const room = await mara.startRoom();
  const alert = mara.page.getByRole('alert').filter({
    hasText: 'The browser blocked your camera and microphone',
  });
  await expect(alert).toBeVisible();
  await expect(mara.page.getByText('Come back here. No reload is needed.')).toBeVisible();
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'denied');
  await expect(mara.button('Join now')).toHaveCount(0);

  await mara.joinHere('Join without camera and microphone');
  await tomas.join(room);
  await mara.sees(tomas);
  await tomas.sees(mara);
  await expect(tomas.page.getByRole('group', { name: /^Mara,.*muted,.*camera off/ })).toBeVisible();
});

test('blocked devices: trying again after allowing them needs no reload', async ({ person }) => {
  const [mara, tomas] = [await person('Mara', { before: denied }), await person('Tomás')];
  const room = await mara.startRoom();
  await expect(mara.button('Try again')).toBeVisible();
  await mara.page.evaluate(allowDevices);
  await mara.button('Try again').click();
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  await mara.joinHere();
  await tomas.join(room);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
});

test('no devices: it is said, and one can join', async ({ person }) => {
  const [mara, tomas] = [await person('Mara', { before: missing }), await person('Tomás')];
  const room = await mara.startRoom();
  await expect(
    mara.page.getByText('No camera and no microphone found. You can join without them.'),
  ).toBeVisible();
  await mara.joinHere(/^Join (now|without camera and microphone)$/);
  await tomas.join(room);
  await mara.sees(tomas);
  await tomas.sees(mara);
});

test('a camera in use by another program leaves the microphone', async ({ person }) => {
  const [mara, tomas] = [await person('Mara', { before: cameraInUse }), await person('Tomás')];
  const room = await mara.startRoom();
  await expect(
    mara.page.getByText('Another program is using your camera. Close it, then try again.'),
  ).toBeVisible();
  await mara.joinHere(/^Join now$/);
  await tomas.join(room);
  await expect(
    tomas.page.getByRole('group', { name: /^Mara,.*microphone on,.*camera off/ }),
  ).toBeVisible();
});

test('joining with chat only never asks for devices', async ({ person }) => {
  const mara = await person('Mara');
  const room = await mara.startRoom();
  const yuki = await person('Yuki', { before: refuseToBeAsked });
  await yuki.join(room, 'Join with chat only');
  await expect(yuki.button(/microphone$/)).toHaveCount(0);
  await expect(yuki.button(/^Turn camera/)).toHaveCount(0);
});

/** Asking on the page before the call is allowed: the page has said why. Asking again in the call is not. */
function refuseToBeAsked(): void {
  if (!isSecureContext) {
    return;
  }
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (constraints) => {
    if (document.querySelector('[role="toolbar"]') !== null) {
      console.error('devices were asked for in a call with chat only');
    }
    return real(constraints);
  };
}
