// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SettingsModel } from '../../../state/model';
import { toasts } from '../../../ui/toast';
import { button, press } from '../testing/page';
import { someConference } from '../testing/someConference';
import type { Scenery } from '../../../state/Scenery';
import type { TileReport } from '../stage/TileReport';
import { usePicture } from './usePicture';

const report = { measure: vi.fn(), changed: vi.fn() };
const scenery = { sceneOf: () => ({ main: undefined, tiles: [] }) } as unknown as Scenery;
const options = {
  conference: someConference().model,
  settings: {} as SettingsModel,
  scenery,
  report: report as unknown as TileReport,
};

/** Each video that is asked to play waits for the test. */
let plays: { readonly video: HTMLVideoElement; readonly begin: () => void }[] = [];
const leave = vi.fn(() => {
  Object.assign(document, { pictureInPictureElement: null });
  return Promise.resolve();
});

beforeEach(() => {
  plays = [];
  toasts.value = [];
  vi.clearAllMocks();
  Object.assign(document, {
    pictureInPictureEnabled: true,
    pictureInPictureElement: null,
    exitPictureInPicture: leave,
  });
  Object.assign(HTMLVideoElement.prototype, {
    play(this: HTMLVideoElement) {
      return new Promise<void>((begin) => plays.push({ video: this, begin }));
    },
    requestPictureInPicture(this: HTMLVideoElement) {
      Object.assign(document, { pictureInPictureElement: this });
      return Promise.resolve(new EventTarget());
    },
  });
  void act(() => render(<Action />, document.body));
});
afterEach(() => render(null, document.body));

function Action() {
  const action = usePicture(options);
  return (
    <button type="button" aria-pressed={action?.isOpen} onClick={action?.toggle}>
      Picture
    </button>
  );
}

const isOpen = () => button('Picture').getAttribute('aria-pressed') === 'true';

async function ask(): Promise<void> {
  const before = plays.length;
  await press('Picture');
  await vi.waitFor(() => expect(plays).toHaveLength(before + 1));
}

const begin = (index: number) =>
  act(async () => {
    plays[index]?.begin();
    await new Promise((resolve) => setTimeout(resolve));
  });

test('A picture is open from when it is seen until it is closed', async () => {
  await ask();
  expect(isOpen()).toBe(false);
  await begin(0);
  expect(isOpen()).toBe(true);
  await press('Picture');
  expect(leave).toHaveBeenCalledOnce();
  expect(isOpen()).toBe(false);
});

test('The browser may close it too', async () => {
  await ask();
  await begin(0);
  void act(() => void plays[0]?.video.dispatchEvent(new Event('leavepictureinpicture')));
  expect(isOpen()).toBe(false);
  expect(report.measure).toHaveBeenLastCalledWith('picture', undefined);
});

test('One that comes after the call has ended is not opened', async () => {
  await ask();
  void act(() => render(null, document.body));
  await begin(0);
  expect(document.pictureInPictureElement).toBeNull();
  expect(report.measure).toHaveBeenCalledExactlyOnceWith('picture', undefined);
  expect(toasts.value).toEqual([]);
});

test('Asked for twice, it is opened once', async () => {
  await ask();
  await ask();
  await begin(0);
  expect(isOpen()).toBe(false);
  await begin(1);
  expect(isOpen()).toBe(true);
  expect(document.pictureInPictureElement).toBe(plays[1]?.video);
  expect(toasts.value).toEqual([]);
});
