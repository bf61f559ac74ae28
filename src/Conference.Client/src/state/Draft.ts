import { signal } from '@preact/signals-core';
import type { BrowserStorage } from './BrowserStorage';

/** What is in a room's composer; survives a reload. */
export class Draft {
  readonly text;
  private readonly key: string;

  constructor(
    room: string,
    private readonly storage: BrowserStorage,
  ) {
    this.key = `conference:draft:${room}`;
    const stored = storage.read(this.key);
    this.text = signal(typeof stored === 'string' ? stored : '');
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
