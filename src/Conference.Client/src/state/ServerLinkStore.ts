import { signal } from '@preact/signals-core';
import type { ServerLink } from './model';

const unnoticedMilliseconds = 1_000;
const awayMilliseconds = 30_000;
const backMilliseconds = 2_000;

/** What people are told about the server's connection. A break of less than a second is nobody's business. */
export class ServerLinkStore {
  readonly link = signal<ServerLink>('connecting');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isUp = false;

  up(): void {
    this.isUp = true;
    const wasMissed = this.link.value === 'reconnecting' || this.link.value === 'away';
    this.set(wasMissed ? 'back' : 'online');
    if (wasMissed) {
      this.later('online', backMilliseconds);
    }
  }

  down(): void {
    if (!this.isUp) {
      return;
    }
    this.isUp = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.set('reconnecting');
      this.later('away', awayMilliseconds - unnoticedMilliseconds);
    }, unnoticedMilliseconds);
  }

  /** Left, or never joined: a broken connection is no news. */
  reset(): void {
    this.isUp = false;
    this.set('connecting');
  }

  private set(link: ServerLink): void {
    clearTimeout(this.timer);
    this.link.value = link;
  }

  private later(link: ServerLink, milliseconds: number): void {
    this.timer = setTimeout(() => this.set(link), milliseconds);
  }
}
