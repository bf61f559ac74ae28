import { signal } from '@preact/signals-core';
import type { Reaction } from '../signaling/protocol.generated';
import type { ParticipantModel } from './model';

const shownMilliseconds = 4_000;

type Shown = NonNullable<ParticipantModel['reaction']>;

/** The reactions on the tiles, each for a few seconds. */
export class ReactionsStore {
  readonly shown = signal<ReadonlyMap<string, Shown>>(new Map());
  private readonly closing = new AbortController();
  private count = 0;

  show(participantId: string, kind: Reaction): void {
    const reaction = { kind, key: ++this.count };
    this.shown.value = new Map(this.shown.value).set(participantId, reaction);
    const timer = setTimeout(() => this.hide(participantId, reaction), shownMilliseconds);
    this.closing.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  close(): void {
    this.closing.abort();
  }

  private hide(participantId: string, reaction: Shown): void {
    if (this.shown.value.get(participantId) === reaction) {
      const left = new Map(this.shown.value);
      left.delete(participantId);
      this.shown.value = left;
    }
  }
}
