import { log } from '../log';
import { readWish, type Wish } from './wish';

const restMilliseconds = 1_000;

/** What one receiver wishes. The first change counts at once; one that changes its mind all the time is followed once a second. */
export class HeardWish {
  private wish: Wish | undefined;
  private next: Wish | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refused = false;

  constructor(private readonly onChange: () => void) {}

  /** Undefined as long as it has not said anything. */
  get value(): Wish | undefined {
    return this.wish;
  }

  hear(said: unknown): void {
    const wish = readWish(said);
    if (!wish) {
      this.refuse();
    } else if (this.timer === undefined) {
      this.take(wish);
    } else {
      this.next = wish;
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private take(wish: Wish): void {
    this.wish = wish;
    this.next = undefined;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.next) {
        this.take(this.next);
      }
    }, restMilliseconds);
    this.onChange();
  }

  private refuse(): void {
    if (!this.refused) {
      this.refused = true;
      log.warn('A participant wished for something that could not be read.');
    }
  }
}
