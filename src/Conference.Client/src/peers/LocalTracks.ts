/** What is sent to everybody; absent: nothing of that kind. */
export interface LocalTracks {
  readonly audio: MediaStreamTrack | undefined;
  readonly video: MediaStreamTrack | undefined;
  readonly screen: MediaStreamTrack | undefined;
  readonly screenAudio: MediaStreamTrack | undefined;
}

export type TrackRole = keyof LocalTracks;

export const noTracks: LocalTracks = {
  audio: undefined,
  video: undefined,
  screen: undefined,
  screenAudio: undefined,
};
