import { signal } from '@preact/signals-core';
import type { WaitingGuest } from '../signaling/protocol.generated';

/** Who waits to come in, for hosts: the one first who has waited longest. */
export class LobbyStore {
  readonly guests = signal<readonly WaitingGuest[]>([]);

  show(guests: readonly WaitingGuest[]): void {
    this.guests.value = inOrder(guests);
  }

  /** Returns whether this one is new. */
  add(guest: WaitingGuest): boolean {
    const others = this.guests.value.filter(({ id }) => id !== guest.id);
    const isNew = others.length === this.guests.value.length;
    this.show([...others, guest]);
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

function inOrder(guests: readonly WaitingGuest[]): readonly WaitingGuest[] {
  return [...guests].sort((one, other) => Date.parse(one.since) - Date.parse(other.since));
}
