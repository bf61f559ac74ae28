import { failureCode, type FailureCode } from '../signaling/ConferenceError';
import type {
  ConferenceServer,
  JoinRoomRequest,
  JoinRoomResult,
  Seat,
} from '../signaling/protocol.generated';
import { reconnectDelay } from '../signaling/reconnectDelay';

const joinMilliseconds = 8_000;

/** Who wants the seat. */
export interface Guest {
  readonly name: string;
  readonly chatOnly: boolean;
  readonly token: string | undefined;
}

export type Refusal =
  | { readonly kind: 'status'; readonly status: 'notFound' | 'full'; readonly limit: number }
  | { readonly kind: 'failure'; readonly code: FailureCode };

export interface SeatingOptions {
  readonly server: Pick<ConferenceServer, 'JoinRoom'>;
  readonly isConnected: () => boolean;
  /** All but the guest: as it is at the moment of asking. */
  readonly describe: () => Omit<JoinRoomRequest, 'name' | 'chatOnly' | 'resumeToken'>;
  readonly onSeat: (seat: Seat, guest: Guest) => void;
  /** The seat was not given; nothing is tried any more. */
  readonly onRefused: (refusal: Refusal) => void;
}

/** Gets a seat, and gets it back on every new connection for as long as it is wanted. */
export class Seating {
  /** Who has or wants the seat now. */
  guest: Guest | undefined;
  private wasSeated = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;

  constructor(private readonly options: SeatingOptions) {}

  /** A person asks and waits for the answer. */
  async join(guest: Guest): Promise<void> {
    this.want(guest);
    this.timer = setTimeout(
      () => this.refuse({ kind: 'failure', code: 'unreachable' }),
      joinMilliseconds,
    );
    await this.takeIfConnected();
  }

  /** A reloaded page comes back: it goes on trying, however long the server is away. */
  async resume(guest: Guest): Promise<void> {
    this.want(guest);
    this.wasSeated = true;
    await this.takeIfConnected();
  }

  /** There is a new connection, without a seat. */
  async connected(): Promise<void> {
    if (this.guest) {
      await this.take(this.guest);
    }
  }

  giveUp(): void {
    clearTimeout(this.timer);
    this.guest = undefined;
    this.wasSeated = false;
  }

  private want(guest: Guest): void {
    this.giveUp();
    this.guest = guest;
    this.attempt = 0;
  }

  private async takeIfConnected(): Promise<void> {
    if (this.options.isConnected()) {
      await this.connected();
    }
  }

  private async take(guest: Guest): Promise<void> {
    try {
      const { token, ...who } = guest;
      const resume = token === undefined ? {} : { resumeToken: token };
      const request = { ...this.options.describe(), ...who, ...resume };
      const result = await this.options.server.JoinRoom(request);
      if (this.guest === guest) {
        this.settle(result, guest);
      }
    } catch (cause) {
      if (this.guest === guest) {
        this.recover(failureCode(cause));
      }
    }
  }

  private settle({ seat, status, participantLimit = 0 }: JoinRoomResult, guest: Guest): void {
    if (seat) {
      clearTimeout(this.timer);
      this.attempt = 0;
      this.wasSeated = true;
      this.guest = { ...guest, token: seat.resumeToken };
      this.options.onSeat(seat, this.guest);
    } else if (status !== 'joined') {
      this.refuse({ kind: 'status', status, limit: participantLimit });
    }
  }

  private recover(code: FailureCode): void {
    if (code === 'unreachable') {
      // The next connection asks again.
      return;
    }
    const mayPass = code === 'server_fault' || code === 'too_fast' || code === 'not_stored';
    if (this.wasSeated && mayPass) {
      const again = () => void this.takeIfConnected();
      this.timer = setTimeout(again, reconnectDelay(++this.attempt, 0));
    } else {
      this.refuse({ kind: 'failure', code });
    }
  }

  private refuse(refusal: Refusal): void {
    this.giveUp();
    this.options.onRefused(refusal);
  }
}
