import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { soundsOf } from './soundsOf';

const track = (id: string) => ({ id }) as MediaStreamTrack;
const stream = (id: string) => ({ getAudioTracks: () => [track(id)] }) as unknown as MediaStream;
const own = { audio: track('own'), screenAudio: track('own screen') };

test('hears the others as they are played and oneself as one is sent', () => {
  const sounds = signal(
    new Map([
      ['mara', stream('mara')],
      ['mara:screen', stream('screen')],
    ]),
  );
  const tracks = signal({ ...own });
  const heard = () => soundsOf({ sounds, media: { tracks } }).map(({ id }) => id);
  expect(heard()).toEqual(['mara', 'screen', 'own', 'own screen']);
  sounds.value = new Map();
  expect(heard()).toEqual(['own', 'own screen']);
});

test('hears nothing where nothing sounds', () => {
  const tracks = signal({ audio: undefined, screenAudio: undefined });
  expect(soundsOf({ sounds: signal(new Map()), media: { tracks } })).toEqual([]);
});
