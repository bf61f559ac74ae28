import type { ParticipantModel } from './model';

type ScreenModel = NonNullable<ParticipantModel['screen']>;

interface Both {
  readonly playing: ScreenModel;
  readonly paused: ScreenModel;
}

const withoutPicture = bothOf(undefined);
const known = new WeakMap<MediaStream, Both>();

/** The same object for the same screen, so that a view can tell by identity that nothing changed. */
export function screenModel(stream: MediaStream | undefined, paused: boolean): ScreenModel {
  const both = stream ? (known.get(stream) ?? bothOf(stream)) : withoutPicture;
  if (stream) {
    known.set(stream, both);
  }
  return paused ? both.paused : both.playing;
}

function bothOf(stream: MediaStream | undefined): Both {
  return { playing: { stream, paused: false }, paused: { stream, paused: true } };
}
