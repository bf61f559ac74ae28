import { signal } from '@preact/signals-core';
import type { WaitingGuest } from '../signaling/protocol.generated';

/** Who waits to come in, for hosts: the one first who has waited longest. */
export class LobbyStore {
  readonly guests = signal<readonly WaitingGuest[]>([]);

  show(guests: readonly WaitingGuest[]): void {
    this.guests.value = [...guests].sort((one, other) => sinceOf(one) - sinceOf(other));
  }

  /** Returns whether this one is new. */
  add(guest: WaitingGuest): boolean {
    const others = this.guests.value.filter(({ id }) => id !== guest.id);
    const isNew = others.length === this.guests.value.length;
    // Who comes is the last one nearly always: sorting a thousand for each of a thousand would take seconds.
    const place = others.findLastIndex((other) => sinceOf(other) <= sinceOf(guest)) + 1;
    this.guests.value = [...others.slice(0, place), guest, ...others.slice(place)];
    return isNew;
  }

  remove(guestId: string): void {
    this.guests.value = this.guests.value.filter(({ id }) => id !== guestId);
  }

  clear(): void {
    if (this.guests.value.length > 0) {
      this.guests.value = [];
    }
  }
}

const sinceOf = ({ since }: WaitingGuest): number => Date.parse(since);
