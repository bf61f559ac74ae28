import { log } from '../log';
import type { IceServer, RenewIceServersResult } from '../signaling/protocol.generated';

const renewAtShare = 0.8;
const againMilliseconds = 10_000;
const patienceMilliseconds = 2_000;

export interface IceRenewalOptions {
  readonly renew: () => Promise<RenewIceServersResult>;
  readonly apply: (iceServers: readonly IceServer[]) => void;
}

/** Keeps the credentials of the TURN servers good for as long as there is a seat: new ones come when four fifths of their life are over. */
export class IceRenewal {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Infinity;
  private renewing: Promise<void> | undefined;
  private seats = 0;

  constructor(private readonly options: IceRenewalOptions) {}

  /** A seat came with these; without a lifetime they last. */
  begin(granted: RenewIceServersResult): void {
    this.stop();
    this.take(granted);
  }

  /** There is no seat any more. */
  stop(): void {
    this.seats++;
    this.renewing = undefined;
    this.plan(Infinity);
  }

  /** Resolves when the credentials are good for a while, or when that takes too long. A machine that slept has missed the time. */
  async freshen(): Promise<void> {
    if (Date.now() >= this.dueAt) {
      await Promise.race([this.renewOnce(), patience()]);
    }
  }

  private take({ iceServers, iceLifetime = Infinity }: RenewIceServersResult): void {
    this.options.apply(iceServers);
    this.plan(iceLifetime * 1_000 * renewAtShare);
  }

  private plan(milliseconds: number): void {
    clearTimeout(this.timer);
    this.dueAt = Date.now() + milliseconds;
    if (Number.isFinite(milliseconds)) {
      this.timer = setTimeout(() => void this.renewOnce(), milliseconds);
    }
  }

  private renewOnce(): Promise<void> {
    this.renewing ??= this.renew(this.seats);
    return this.renewing;
  }

  private async renew(seat: number): Promise<void> {
    try {
      const renewed = await this.options.renew();
      if (seat === this.seats) {
        this.take(renewed);
      }
    } catch (cause) {
      log.warn('The TURN credentials could not be renewed; another try follows.', cause);
      if (seat === this.seats) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.renewOnce(), againMilliseconds);
      }
    } finally {
      if (seat === this.seats) {
        this.renewing = undefined;
      }
    }
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
}
