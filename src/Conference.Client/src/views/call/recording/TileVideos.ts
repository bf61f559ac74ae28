import type { StageTile } from '../../../state/stageTiles';

interface Playing {
  readonly stream: MediaStream;
  readonly video: HTMLVideoElement;
}

/** Plays what tiles show, in no page: what is drawn does not depend on what the window has room for. */
export class TileVideos {
  private readonly playing = new Map<string, Playing>();

  /** Plays exactly these. */
  follow(tiles: readonly StageTile[]): void {
    const streams = new Map(tiles.map((tile) => [tile.key, streamOf(tile)]));
    for (const [key, { stream }] of this.playing) {
      if (streams.get(key) !== stream) {
        this.stop(key);
      }
    }
    for (const [key, stream] of streams) {
      if (stream && !this.playing.has(key)) {
        this.playing.set(key, { stream, video: play(stream) });
      }
    }
  }

  /** The video of a tile that has a picture by now. */
  pictureOf({ key }: StageTile): HTMLVideoElement | undefined {
    const video = this.playing.get(key)?.video;
    return video && video.videoWidth > 0 ? video : undefined;
  }

  close(): void {
    this.follow([]);
  }

  private stop(key: string): void {
    const known = this.playing.get(key);
    if (known) {
      known.video.srcObject = null;
      this.playing.delete(key);
    }
  }
}

function streamOf({ kind, participant }: StageTile): MediaStream | undefined {
  if (kind === 'screen') {
    return participant.screen?.stream;
  }
  const isSeen = participant.info.media.camera === 'on' && participant.tileState !== 'lost';
  return isSeen ? participant.stream : undefined;
}

function play(stream: MediaStream): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  // The next stream may come before this one plays.
  video.play().catch(() => undefined);
  return video;
}
