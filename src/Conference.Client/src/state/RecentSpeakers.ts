import { signal } from '@preact/signals-core';

const restMilliseconds = 3_000;

/** Who speaks or just did: breathing between two sentences is no reason to send somebody a worse picture. */
export class RecentSpeakers {
  readonly ids = signal<ReadonlySet<string>>(new Set());
  private readonly spokeAt = new Map<string, number>();

  follow(speaking: ReadonlySet<string>, now: number): void {
    for (const id of speaking) {
      this.spokeAt.set(id, now);
    }
    for (const [id, at] of this.spokeAt) {
      if (now - at >= restMilliseconds) {
        this.spokeAt.delete(id);
      }
    }
    const former = this.ids.peek();
    if (
      former.size !== this.spokeAt.size ||
      [...this.spokeAt.keys()].some((id) => !former.has(id))
    ) {
      this.ids.value = new Set(this.spokeAt.keys());
    }
  }
}
