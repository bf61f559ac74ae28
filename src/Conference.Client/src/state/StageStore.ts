import { batch, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { ParticipantInfo } from '../signaling/protocol.generated';
import { followSpeakers, keepPresent, nobodySpeaks, takeOverIn } from './activeSpeaker';
import type { StageModel } from './model';

export interface StageOptions {
  readonly participants: ReadonlySignal<readonly ParticipantInfo[]>;
  /** Who of the others speaks. */
  readonly speaking: ReadonlySignal<ReadonlySet<string>>;
}

/** Who matters to this person: pinned, speaking, shown. Nobody else knows. */
export class StageStore implements StageModel {
  readonly pinned = signal<string | undefined>(undefined);
  readonly activeSpeakerId = signal<string | undefined>(undefined);
  private readonly stops: readonly (() => void)[];
  private turn = nobodySpeaks;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ participants, speaking }: StageOptions) {
    this.stops = [
      effect(() => this.forgetAbsent(participants.value)),
      effect(() => this.listen(speaking.value)),
    ];
  }

  pin(tile: string | undefined): void {
    this.pinned.value = tile;
  }

  close(): void {
    clearTimeout(this.timer);
    for (const stop of this.stops) {
      stop();
    }
  }

  private forgetAbsent(participants: readonly ParticipantInfo[]): void {
    untracked(() => {
      const isPresent = (id: string) => participants.some((one) => one.id === id);
      this.turn = keepPresent(this.turn, isPresent);
      batch(() => {
        this.activeSpeakerId.value = this.turn.activeId;
        if (this.pinned.value !== undefined && !isPresent(participantOf(this.pinned.value))) {
          this.pinned.value = undefined;
        }
      });
    });
  }

  private listen(speaking: ReadonlySet<string>): void {
    clearTimeout(this.timer);
    const now = Date.now();
    this.turn = followSpeakers(this.turn, speaking, now);
    this.activeSpeakerId.value = this.turn.activeId;
    const wait = takeOverIn(this.turn, now);
    if (wait !== undefined) {
      this.timer = setTimeout(() => this.listen(speaking), wait);
    }
  }
}

const screenEnd = ':screen';

/** The name of a participant's shared screen among tiles; a camera's is the participant's id. */
export const screenKey = (participantId: string): string => participantId + screenEnd;

function participantOf(tile: string): string {
  return tile.endsWith(screenEnd) ? tile.slice(0, -screenEnd.length) : tile;
}
