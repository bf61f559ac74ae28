// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
/** What happens at once, until it is told. */
const tell = (...news: DeviceNews[]) =>
  void act(() => {
    for (const one of news) {
      conference.notice.value = { kind: 'deviceNews', news: one };
    }
    vi.advanceTimersByTime(1_000);
  });
const words = () =>
  Array.from(document.querySelectorAll('.toast p'), ({ textContent }) => textContent);

beforeEach(() => {
  vi.useFakeTimers();
  conference = someConference();
  toasts.value = [];
  show();
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

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

test('What was pulled out at once is told in one toast', () => {
  tell(
    { kind: 'replaced', lost: 'Webcam', using: 'Built-in' },
    { kind: 'replaced', lost: 'USB headset', using: '' },
    { kind: 'replaced', lost: 'Webcam', using: 'Built-in' },
  );
  expect(words()).toEqual(['Webcam is gone. Using Built-in. USB headset is gone.']);
});

test('What was plugged in at once is told in one toast, and used together', async () => {
  const headset = { label: 'USB headset', parts: [{ kind: 'microphone', id: 'mic 2' }] } as const;
  const webcam = { label: 'Webcam', parts: [{ kind: 'camera', id: 'cam 2' }] } as const;
  tell({ kind: 'found', found: headset }, { kind: 'found', found: webcam });
  expect(words()).toEqual(['USB headset and Webcam are plugged in.']);
  await press('Use them');
  const parts = [...headset.parts, ...webcam.parts];
  expect(conference.media.use).toHaveBeenCalledWith({ label: 'USB headset and Webcam', parts });
});

test('A headset that comes in two steps is one thing', async () => {
  const [microphone, speaker] = [
    { kind: 'microphone', id: 'mic 2' },
    { kind: 'speaker', id: 'speaker 2' },
  ] as const;
  tell(
    { kind: 'found', found: { label: 'USB headset', parts: [microphone] } },
    { kind: 'found', found: { label: 'USB headset', parts: [speaker] } },
  );
  expect(words()).toEqual(['USB headset is plugged in.']);
  await press('Use it');
  const parts = [microphone, speaker];
  expect(conference.media.use).toHaveBeenCalledWith({ label: 'USB headset', parts });
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

test('In the lobby a black picture is told as in the call', () => {
  const lobby = { title: '', name: 'Mara', message: '', hostPresent: true, since: 0 };
  conference.phase.value = { kind: 'waiting', lobby };
  tell({ kind: 'black' });
  expect(words()).toHaveLength(1);
});

test('Before one asks to join a black picture has its note, and no toast', () => {
  conference.phase.value = { kind: 'preJoin' };
  tell({ kind: 'black' });
  expect(words()).toEqual([]);
});
