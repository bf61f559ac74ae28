import { writeNote, type Note } from './note';
import type { PeerChannel } from './PeerChannel';

const channelMilliseconds = 3_000;

type Kind = keyof Note;

/** Tells the other side the latest of each kind: straight over the channel, or over the hub where that does not open. */
export class NoteSender {
  private readonly pending = new Map<Kind, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly channel: PeerChannel,
    private readonly sendOverHub: (note: string) => void,
  ) {}

  tell(kind: Kind, said: unknown): void {
    const note = writeNote({ [kind]: said });
    if (!this.channel.send(note)) {
      this.pending.set(kind, note);
      this.timer ??= setTimeout(() => this.flush(this.sendOverHub), channelMilliseconds);
    }
  }

  /** The channel opened. */
  opened(): void {
    this.flush((note) => this.channel.send(note));
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending.clear();
  }

  private flush(send: (note: string) => void): void {
    const notes = [...this.pending.values()];
    this.close();
    notes.forEach(send);
  }
}
