/** What is sent to everybody; absent: nothing of that kind. */
export interface LocalTracks {
  readonly audio: MediaStreamTrack | undefined;
  readonly video: MediaStreamTrack | undefined;
}

export const noTracks: LocalTracks = { audio: undefined, video: undefined };
