import type { ConferenceModel } from '../../../state/model';

type Sounds = Pick<ConferenceModel, 'sounds'> & {
  readonly media: Pick<ConferenceModel['media'], 'tracks'>;
};

/** What is heard in the call: of the others as they are played, of oneself as it is sent. To be called inside an effect: reads signals. */
export function soundsOf({ sounds, media }: Sounds): readonly MediaStreamTrack[] {
  const others = [...sounds.value.values()].flatMap((stream) => stream.getAudioTracks());
  const { audio, screenAudio } = media.tracks.value;
  return [...others, audio, screenAudio].filter((track) => track !== undefined);
}
