import { writeNote } from './note';
import type { PeerChannel } from './PeerChannel';
import type { Wish } from './wish';

const channelMilliseconds = 3_000;

/** Tells the other side what is shown of it: straight over the channel, or over the hub where that does not open. */
export class WishSender {
  private latest: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly channel: PeerChannel,
    private readonly sendOverHub: (note: string) => void,
  ) {}

  tell(wish: Wish): void {
    const note = writeNote({ wish });
    if (note !== this.latest) {
      this.latest = note;
      this.send();
    }
  }

  /** The channel opened; also after it had been lost. */
  opened(): void {
    this.close();
    this.send();
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private send(): void {
    if (this.latest !== undefined && !this.channel.send(this.latest)) {
      this.timer ??= setTimeout(() => this.fallBack(), channelMilliseconds);
    }
  }

  private fallBack(): void {
    this.timer = undefined;
    if (this.latest !== undefined) {
      this.sendOverHub(this.latest);
    }
  }
}
