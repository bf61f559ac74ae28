import type { Page, WebSocket } from '@playwright/test';
import type { Recorded } from './media';

/** Runs in the page before its own scripts: whatever the client is told, its devices stay on and its connections open. */
export function disobey(): void {
  const track = MediaStreamTrack.prototype;
  const enabled = Object.getOwnPropertyDescriptor(track, 'enabled');
  Object.defineProperty(track, 'enabled', {
    ...enabled,
    set() {
      enabled?.set?.call(this, true);
    },
  });
  track.stop = () => undefined;
  const sender = RTCRtpSender.prototype;
  const replaceTrack = Reflect.get<RTCRtpSender, 'replaceTrack'>(sender, 'replaceTrack');
  sender.replaceTrack = function (next) {
    return next === null ? Promise.resolve() : replaceTrack.call(this, next);
  };
  RTCPeerConnection.prototype.close = () => undefined;
  WebSocket.prototype.close = () => undefined;
}

export interface Sent {
  readonly packets: number;
  readonly frames: number;
}

/** What has gone out so far, over every peer connection there ever was: packets of sound and pictures. */
export function sent(page: Page): Promise<Sent> {
  return page.evaluate(async () => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    const reports = await Promise.all(connections.map((peer) => peer.getStats()));
    const sum = { packets: 0, frames: 0 };
    for (const report of reports.flatMap(
      (one) => [...one.values()] as RTCOutboundRtpStreamStats[],
    )) {
      if (report.type === 'outbound-rtp') {
        sum.packets += report.kind === 'audio' ? (report.packetsSent ?? 0) : 0;
        sum.frames += report.framesSent ?? 0;
      }
    }
    return sum;
  });
}

/** Peer connections that this page has not closed. */
export function openPairs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    return connections.filter(({ connectionState }) => connectionState !== 'closed').length;
  });
}

/** The sockets of a page and what came in over them, from now on. */
export class Wire {
  readonly sockets: WebSocket[] = [];
  private readonly received: string[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.sockets.push(socket);
      socket.on('framereceived', ({ payload }) => this.received.push(String(payload)));
    });
  }

  /** How many signals of this participant were delivered here. */
  signalsOf(participant: string): number {
    const from = `"from":"${participant}"`;
    return this.received.filter((text) => text.includes('"SignalReceived"') && text.includes(from))
      .length;
  }

  get areClosed(): boolean {
    return this.sockets.every((socket) => socket.isClosed());
  }
}
