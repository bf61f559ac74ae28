import { signal } from '@preact/signals-core';

export type PeerState = 'connecting' | 'connected' | 'repairing' | 'lost';

const firstConnectMilliseconds = 6_000;
const disconnectedMilliseconds = 2_000;
const againMilliseconds = 5_000;
const lostMilliseconds = 20_000;

/**
 * Watches one connection's state and calls for a repair while it is broken: at once when it failed, soon when it is disconnected, again and
 * again after that. `lost` is what people are told when it takes long; the tries go on until the roster ends the connection.
 */
export class IceRepair {
  readonly state = signal<PeerState>('connecting');
  private repairTimer: ReturnType<typeof setTimeout> | undefined;
  private lostTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly repair: () => void) {
    this.plan(firstConnectMilliseconds);
    this.planLost();
  }

  follow(connectionState: RTCPeerConnectionState): void {
    if (connectionState === 'connected') {
      this.connected();
    } else if (connectionState === 'disconnected') {
      this.broken(disconnectedMilliseconds);
    } else if (connectionState === 'failed') {
      this.broken(0);
    }
  }

  close(): void {
    clearTimeout(this.repairTimer);
    clearTimeout(this.lostTimer);
  }

  private connected(): void {
    this.close();
    this.lostTimer = undefined;
    this.state.value = 'connected';
  }

  private broken(delay: number): void {
    if (this.state.value === 'connected') {
      this.state.value = 'repairing';
    }
    this.plan(delay);
    this.planLost();
  }

  private plan(delay: number): void {
    clearTimeout(this.repairTimer);
    this.repairTimer = setTimeout(() => {
      this.plan(againMilliseconds);
      this.repair();
    }, delay);
  }

  private planLost(): void {
    this.lostTimer ??= setTimeout(() => (this.state.value = 'lost'), lostMilliseconds);
  }
}
