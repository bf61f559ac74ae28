import { computed, signal } from '@preact/signals-core';
import type { DeviceProblem } from './LocalMediaModel';

/** One device being captured: its track, or why there is none. */
export class Capture {
  readonly track = signal<MediaStreamTrack | undefined>(undefined);
  readonly problem = signal<DeviceProblem | undefined>(undefined);
  readonly starting = signal(false);
  /** A person wants this device on; it may be so before there is a track. */
  readonly wanted = signal(true);
  readonly state = computed(() => (this.starting.value ? 'starting' : this.settledState()));

  constructor(private readonly onUnplugged: (label: string) => void) {}

  take(track: MediaStreamTrack): void {
    this.release();
    this.problem.value = undefined;
    this.track.value = track;
    // Only the browser ends a track in this way: unplugged, or its permission withdrawn.
    track.addEventListener('ended', () => this.lose(track));
  }

  fail(problem: DeviceProblem): void {
    this.release();
    this.problem.value = problem;
  }

  release(): void {
    this.track.value?.stop();
    this.track.value = undefined;
  }

  private lose(track: MediaStreamTrack): void {
    if (this.track.value === track) {
      this.fail('notFound');
      this.onUnplugged(track.label);
    }
  }

  private settledState(): 'on' | 'off' | 'none' {
    if (this.problem.value) {
      return 'none';
    }
    return this.track.value ? 'on' : 'off';
  }
}
