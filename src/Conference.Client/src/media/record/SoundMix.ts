/** As much of the browser's sound as a mix takes; a test brings its own. */
export interface MixParts {
  readonly context: AudioContext;
  readonly createStream: (track: MediaStreamTrack) => MediaStream;
}

/** Many sounds in one track. */
export class SoundMix {
  readonly track: MediaStreamTrack | undefined;
  private readonly context: AudioContext;
  private readonly mixed: MediaStreamAudioDestinationNode;
  private readonly sources = new Map<MediaStreamTrack, AudioNode>();

  constructor(private readonly parts: MixParts = browserParts()) {
    this.context = parts.context;
    this.mixed = this.context.createMediaStreamDestination();
    this.track = this.mixed.stream.getAudioTracks()[0];
  }

  /** Mixes exactly these. */
  follow(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, source] of this.sources) {
      if (!tracks.includes(track)) {
        source.disconnect();
        this.sources.delete(track);
      }
    }
    for (const track of tracks.filter((one) => !this.sources.has(one))) {
      const source = this.context.createMediaStreamSource(this.parts.createStream(track));
      source.connect(this.mixed);
      this.sources.set(track, source);
    }
  }

  async close(): Promise<void> {
    this.follow([]);
    this.track?.stop();
    await this.context.close();
  }
}

const browserParts = (): MixParts => ({
  context: new AudioContext(),
  createStream: (track) => new MediaStream([track]),
});
