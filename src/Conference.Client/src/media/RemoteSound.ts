import { log } from '../log';
import type { MediaPlatform } from './MediaPlatform';

/** Plays remote participants through the chosen speaker, each in an element of its own that is in no page. */
export class RemoteSound {
  private readonly players = new Map<string, HTMLAudioElement>();
  private readonly closing = new AbortController();
  private speaker = '';

  constructor(private readonly platform: MediaPlatform) {}

  /** Plays exactly these, by participant id. */
  follow(streams: ReadonlyMap<string, MediaStream>): void {
    for (const id of [...this.players.keys()]) {
      if (!streams.has(id)) {
        this.stop(id);
      }
    }
    for (const [id, stream] of streams) {
      if (this.players.get(id)?.srcObject !== stream) {
        this.play(id, stream);
      }
    }
  }

  setSpeaker(deviceId: string): void {
    this.speaker = deviceId;
    for (const player of this.players.values()) {
      void routeSound(player, deviceId, this.platform);
    }
  }

  close(): void {
    this.closing.abort();
    this.follow(new Map());
  }

  private play(id: string, stream: MediaStream): void {
    const player = this.players.get(id) ?? this.platform.createAudio();
    this.players.set(id, player);
    player.srcObject = stream;
    void routeSound(player, this.speaker, this.platform);
    this.start(player);
  }

  private start(player: HTMLAudioElement): void {
    player.play().catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'NotAllowedError') {
        // The browser wants to see a person first.
        this.platform.onGesture(() => this.start(player), this.closing.signal);
      }
    });
  }

  private stop(id: string): void {
    const player = this.players.get(id);
    if (player) {
      player.srcObject = null;
      this.players.delete(id);
    }
  }
}

export async function routeSound(
  player: HTMLAudioElement,
  deviceId: string,
  platform: MediaPlatform,
): Promise<void> {
  if (!platform.canSelectSpeaker || player.sinkId === deviceId) {
    return;
  }
  try {
    await player.setSinkId(deviceId);
  } catch (cause) {
    log.warn('The chosen speaker is gone; sound comes from the one used before.', cause);
  }
}
