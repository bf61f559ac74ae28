import { log } from '../log';
import { maximumNoteLength } from './note';

/** Both sides open it under the same number: it needs no announcement. */
const channelId = 0;
const maximumRefused = 20;

/**
 * Notes straight to the other page, beside picture and sound. What is too long or no text is not read, and who goes on sending such
 * is not listened to any more.
 */
export class PeerChannel {
  private channel: RTCDataChannel | undefined;
  private refused = 0;

  constructor(
    private readonly connection: RTCPeerConnection,
    private readonly onNote: (note: string) => void,
    private readonly onOpen: () => void,
  ) {}

  get isOpen(): boolean {
    return this.channel?.readyState === 'open';
  }

  /** To be called before each own offer or answer. */
  create(): void {
    if (this.channel) {
      return;
    }
    const channel = this.connection.createDataChannel('conference', {
      negotiated: true,
      id: channelId,
    });
    this.channel = channel;
    channel.addEventListener('open', this.onOpen);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.read(data));
  }

  /** False when it cannot be sent this way. */
  send(note: string): boolean {
    try {
      this.channel?.send(note);
      return this.isOpen;
    } catch {
      // It closed, or its buffer is full: the caller has another way.
      return false;
    }
  }

  private read(data: unknown): void {
    if (this.refused >= maximumRefused) {
      return;
    }
    if (typeof data === 'string' && data.length <= maximumNoteLength) {
      this.onNote(data);
    } else if (++this.refused === 1) {
      log.warn('A participant sent something that is no note; it was not read.');
    }
  }
}
