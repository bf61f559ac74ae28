import { signal } from '@preact/signals-core';
import type { BrowserStorage } from './BrowserStorage';

const keyOf = (room: string): string => `conference:draft:${room}`;

/** What is in a room's composer; survives a reload. */
export class Draft {
  readonly text;
  private key: string;

  constructor(
    room: string,
    private readonly storage: BrowserStorage,
  ) {
    this.key = keyOf(room);
    const stored = storage.read(this.key);
    this.text = signal(typeof stored === 'string' ? stored : '');
  }

  /** The room has another code now. */
  move(room: string): void {
    this.storage.remove(this.key);
    this.key = keyOf(room);
    this.set(this.text.peek());
  }

  set(text: string): void {
    this.text.value = text;
    if (text === '') {
      this.storage.remove(this.key);
    } else {
      this.storage.write(this.key, text);
    }
  }
}
