import { signal } from '@preact/signals-core';
import { expireTyping, nextExpiry, startTyping, stopTyping, type Typing } from './typing';

const tellMilliseconds = 3_000;

/** Who else is writing, and when to tell that oneself is. */
export class TypingStore {
  readonly typing = signal<Typing>(new Map());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private toldAt = -Infinity;

  constructor(private readonly tell: () => Promise<void>) {}

  /** To be called on every change of the composer. */
  write(): void {
    const now = Date.now();
    if (now - this.toldAt >= tellMilliseconds) {
      this.toldAt = now;
      // Nobody misses it: the next change tells again.
      this.tell().catch(() => undefined);
    }
  }

  /** The message was sent: the next change is news again. */
  finish(): void {
    this.toldAt = -Infinity;
  }

  start(participantId: string): void {
    this.change(startTyping(this.typing.value, participantId, Date.now()));
  }

  stop(participantId: string): void {
    this.change(stopTyping(this.typing.value, participantId));
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private change(typing: Typing): void {
    this.typing.value = typing;
    clearTimeout(this.timer);
    const next = nextExpiry(typing);
    if (next !== undefined) {
      const expire = () => this.change(expireTyping(this.typing.value, Date.now()));
      this.timer = setTimeout(expire, Math.max(0, next - Date.now()));
    }
  }
}
