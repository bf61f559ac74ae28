import { signal } from '@preact/signals-core';
import type { MediaPlatform } from './MediaPlatform';

/** Cameras need a moment before their first picture is as bright as the room. */
const lookEvery = 3_000;
const looksUntilTold = 2;
const blindLooksAtMost = 3;

/** Nothing in a picture is brighter than this, of 255: a closed cover, not a dark room. */
const darkest = 16;

/** Notices a camera that sends a black picture: a few looks at each new camera, more only while it stays black. */
export class BlackWatch {
  readonly isBlack = signal(false);
  private readonly told = new Set<string>();
  private readonly fine = new Set<string>();
  private looking: AbortController | undefined;

  constructor(
    private readonly platform: MediaPlatform,
    private readonly onBlack: () => void,
  ) {}

  follow(track: MediaStreamTrack | undefined): void {
    this.looking?.abort();
    this.isBlack.value = false;
    const id = track?.getSettings().deviceId ?? '';
    if (track && !this.fine.has(id)) {
      this.looking = new AbortController();
      this.lookLater({ track, id, until: this.looking.signal, blindLooks: 0 }, 0);
    }
  }

  private lookLater(camera: Watched, blackSoFar: number): void {
    const timer = setTimeout(() => void this.look(camera, blackSoFar), lookEvery);
    camera.until.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  private async look(camera: Watched, blackSoFar: number): Promise<void> {
    const brightest = await this.platform.brightestOf(camera.track).catch(() => undefined);
    if (camera.until.aborted) {
      return;
    }
    if (brightest !== undefined && brightest > darkest) {
      this.fine.add(camera.id);
      this.isBlack.value = false;
      return;
    }
    if (brightest === undefined) {
      this.lookAgain(camera, blackSoFar);
      return;
    }
    if (blackSoFar + 1 >= looksUntilTold) {
      this.tell(camera.id);
    }
    this.lookLater(camera, blackSoFar + 1);
  }

  /** Nothing was seen: the page may be hidden. */
  private lookAgain(camera: Watched, blackSoFar: number): void {
    camera.blindLooks++;
    if (camera.blindLooks < blindLooksAtMost) {
      this.lookLater(camera, blackSoFar);
    }
  }

  private tell(id: string): void {
    this.isBlack.value = true;
    if (!this.told.has(id)) {
      this.told.add(id);
      this.onBlack();
    }
  }
}

interface Watched {
  readonly track: MediaStreamTrack;
  readonly id: string;
  readonly until: AbortSignal;
  blindLooks: number;
}
