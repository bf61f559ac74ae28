import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import { log } from '../log';
import type { EffectTrouble, StartEffect } from './TrackEffect';

export interface EffectSlotOptions {
  readonly source: ReadonlySignal<MediaStreamTrack | undefined>;
  readonly wanted: ReadonlySignal<boolean>;
  readonly start: StartEffect;
  /** It ended by itself, and stays away until the wish or the source changes. */
  readonly onTrouble: (trouble: EffectTrouble) => void;
}

/** Keeps an effect running on the present track while it is wanted: one at a time, and none for nobody. */
export class EffectSlot {
  /** What the effect makes of the present source; undefined until it runs. */
  readonly track = signal<MediaStreamTrack | undefined>(undefined);
  private present: AbortController | undefined;
  private readonly stop: () => void;

  constructor(private readonly options: EffectSlotOptions) {
    const { source, wanted } = options;
    this.stop = effect(() => {
      const track = wanted.value ? source.value : undefined;
      untracked(() => this.follow(track));
    });
  }

  close(): void {
    this.stop();
    this.end();
  }

  private follow(source: MediaStreamTrack | undefined): void {
    this.end();
    if (source) {
      this.present = new AbortController();
      void this.run(source, this.present.signal);
    }
  }

  private end(): void {
    this.track.value = undefined;
    this.present?.abort();
    this.present = undefined;
  }

  private async run(source: MediaStreamTrack, until: AbortSignal): Promise<void> {
    try {
      const onTrouble = (trouble: EffectTrouble) => this.give(trouble, until);
      const track = await this.options.start(source, onTrouble, until);
      if (!until.aborted) {
        this.track.value = track;
      }
    } catch (cause) {
      if (!until.aborted) {
        log.warn('An effect could not start.', cause);
        this.give('failed', until);
      }
    }
  }

  private give(trouble: EffectTrouble, until: AbortSignal): void {
    if (!until.aborted) {
      this.end();
      this.options.onTrouble(trouble);
    }
  }
}
