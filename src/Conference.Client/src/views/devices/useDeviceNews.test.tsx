// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeviceNews } from '../../state/model';
import { Toasts } from '../../ui';
import { toasts } from '../../ui/toast';
import { press } from '../call/testing/page';
import { someConference } from '../call/testing/someConference';
import { useDeviceNews } from './useDeviceNews';

let conference = someConference();

function News() {
  useDeviceNews(conference.model);
  return <Toasts level={0} />;
}

const show = () => void act(() => render(<News />, document.body));
const tell = (news: DeviceNews) =>
  void act(() => {
    conference.notice.value = { kind: 'deviceNews', news };
  });
const words = () =>
  Array.from(document.querySelectorAll('.toast p'), ({ textContent }) => textContent);

beforeEach(() => {
  conference = someConference();
  toasts.value = [];
  show();
});
afterEach(() => render(null, document.body));

test.each<[string, DeviceNews, string]>([
  [
    'a device that is gone',
    { kind: 'replaced', lost: 'USB headset', using: 'Built-in' },
    'USB headset is gone. Using Built-in.',
  ],
  [
    'the last speaker, as far as the browser tells',
    { kind: 'replaced', lost: 'USB headset', using: '' },
    'USB headset is gone.',
  ],
  [
    'a black picture',
    { kind: 'black' },
    'Your camera sends a black picture. Open its cover, or choose another camera.',
  ],
  [
    'noise suppression that is too slow',
    { kind: 'effectEnded', effect: 'noiseSuppression', trouble: 'tooSlow' },
    'Noise suppression is off: this device is too slow for it.',
  ],
  [
    'noise suppression that fails',
    { kind: 'effectEnded', effect: 'noiseSuppression', trouble: 'failed' },
    'Noise suppression does not work here. Others hear you without it.',
  ],
  [
    'blur that is too slow',
    { kind: 'effectEnded', effect: 'blur', trouble: 'tooSlow' },
    'Blur is off: this device is too slow for it. Your camera is off too, so that nobody sees your room.',
  ],
  [
    'blur that fails',
    { kind: 'effectEnded', effect: 'blur', trouble: 'failed' },
    'Blur does not work here. Your camera is off, so that nobody sees your room.',
  ],
])('Of %s it is said what it means', (_, news, sentence) => {
  tell(news);
  expect(words()).toEqual([sentence]);
});

test('A device that is plugged in is used by pressing, and never by itself', async () => {
  const found = { label: 'USB headset', parts: [{ kind: 'microphone', id: 'mic 2' }] } as const;
  tell({ kind: 'found', found });
  expect(words()).toEqual(['USB headset is plugged in.']);
  expect(conference.media.use).not.toHaveBeenCalled();
  await press('Use it');
  expect(conference.media.use).toHaveBeenCalledWith(found);
});

test('Without blur one is shown by pressing, and never by itself', async () => {
  conference.media.camera.value = 'off';
  tell({ kind: 'effectEnded', effect: 'blur', trouble: 'failed' });
  expect(conference.toggleCamera).not.toHaveBeenCalled();
  await press('Show without blur');
  expect(conference.toggleCamera).toHaveBeenCalledOnce();
  expect(conference.media.setEffect).toHaveBeenCalledExactlyOnceWith('blur', false);
});

test('With the camera on again already, pressing does not turn it off', async () => {
  tell({ kind: 'effectEnded', effect: 'blur', trouble: 'failed' });
  await press('Show without blur');
  expect(conference.toggleCamera).not.toHaveBeenCalled();
});

test('What one page has told the next one does not tell again', () => {
  tell({ kind: 'replaced', lost: 'USB headset', using: 'Built-in' });
  void act(() => render(null, document.body));
  toasts.value = [];
  show();
  expect(words()).toEqual([]);
});

test('Before the call a black picture has its note, and no toast', () => {
  conference.phase.value = { kind: 'preJoin' };
  tell({ kind: 'black' });
  expect(words()).toEqual([]);
});
