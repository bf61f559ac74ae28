// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { RoomInfo } from '../../signaling/protocol.generated';
import type { ConferenceModel, SettingsModel } from '../../state/model';
import { buttonNames } from '../call/testing/page';
import { PreviewSection } from './PreviewSection';
import { useAudioOnly } from './useAudioOnly';

const info = signal<RoomInfo | undefined>(undefined);
const setCamera = vi.fn(() => Promise.resolve());
const media = {
  setCamera,
  camera: signal('off'),
  microphone: signal('on'),
  cameraStream: signal(undefined),
  cameraProblem: signal(undefined),
  microphoneProblem: signal(undefined),
  devices: signal({ microphone: [], camera: [], speaker: [] }),
  selected: signal({}),
  isCameraBlack: signal(false),
  effects: signal({ blur: false, noise: false }),
  level: signal(0),
};
const conference = { info, media } as unknown as ConferenceModel;
const settings = {
  settings: signal({ mirrorVideo: true, blurBackground: false }),
} as unknown as SettingsModel;

function Page() {
  const isAudioOnly = useAudioOnly(conference);
  return <PreviewSection media={conference.media} settings={settings} isAudioOnly={isAudioOnly} />;
}

const show = (audioOnly: boolean) => {
  info.value = { audioOnly } as RoomInfo;
  void act(() => render(<Page />, document.body));
};

afterEach(() => {
  render(null, document.body);
  setCamera.mockClear();
});

test('a room of sound only asks for no camera and says why', () => {
  show(true);
  expect(setCamera).toHaveBeenCalledExactlyOnceWith(false);
  expect(document.body.textContent).toContain('This room is for sound only');
  expect(buttonNames()).toContain('Mute microphone');
  expect(buttonNames()).not.toContain('Turn camera on');
  expect(buttonNames()).not.toContain('Blur background');
});

test('any other room leaves the camera as it is', () => {
  show(false);
  expect(setCamera).not.toHaveBeenCalled();
  expect(buttonNames()).toContain('Turn camera on');
  expect(buttonNames()).toContain('Blur background');
});
