/** So that a crash takes no more than this and what is being written. */
const pieceMilliseconds = 1_000;

const types = ['video/webm;codecs=vp8,opus', 'video/webm;codecs=vp9,opus'];

/** A key picture every two seconds: to where a player can jump. Not in the standard's first version, so TypeScript does not know it. */
const options = {
  videoBitsPerSecond: 2_000_000,
  audioBitsPerSecond: 96_000,
  videoKeyFrameIntervalDuration: 2_000,
};

const supportedType = (): string | undefined =>
  types.find((type) => typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported(type));

export const canRecordStreams = (): boolean => supportedType() !== undefined;

export interface RecorderEvents {
  readonly onPiece: (piece: Blob) => void;
  readonly onFailed: (cause: unknown) => void;
}

/** Makes pieces of WebM of a stream. */
export class StreamRecorder {
  private readonly recorder: MediaRecorder;

  constructor(stream: MediaStream, { onPiece, onFailed }: RecorderEvents) {
    const mimeType = supportedType();
    this.recorder = new MediaRecorder(stream, { ...options, ...(mimeType && { mimeType }) });
    this.recorder.addEventListener('dataavailable', ({ data }) => onPiece(data));
    this.recorder.addEventListener('error', onFailed);
    this.recorder.start(pieceMilliseconds);
  }

  /** Resolves when the last piece has come. */
  async stop(): Promise<void> {
    if (this.recorder.state === 'inactive') {
      return;
    }
    const stopped = new Promise((resolve) => this.recorder.addEventListener('stop', resolve));
    this.recorder.stop();
    await stopped;
  }
}
