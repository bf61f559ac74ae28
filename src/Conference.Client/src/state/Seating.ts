import { failureCode, type FailureCode } from '../signaling/ConferenceError';
import type {
  ConferenceServer,
  JoinRoomRequest,
  JoinRoomResult,
  JoinStatus,
  LobbyPlace,
  Seat,
} from '../signaling/protocol.generated';
import { reconnectDelay } from '../signaling/reconnectDelay';

const joinMilliseconds = 8_000;

/** Who wants the seat. */
export interface Guest {
  readonly name: string;
  readonly chatOnly: boolean;
  readonly token: string | undefined;
  /** In this page's memory alone. */
  readonly password: string | undefined;
}

export type Refusal =
  | {
      readonly kind: 'status';
      readonly status: Exclude<JoinStatus, 'joined' | 'waiting'>;
      readonly limit: number | undefined;
    }
  | { readonly kind: 'failure'; readonly code: FailureCode };

export interface SeatingOptions {
  readonly server: Pick<ConferenceServer, 'JoinRoom'>;
  readonly isConnected: () => boolean;
  /** All but the guest: as it is at the moment of asking. */
  readonly describe: () => Pick<
    JoinRoomRequest,
    'code' | 'instanceId' | 'media' | 'lastSequence' | 'joinToken'
  >;
  readonly onSeat: (seat: Seat, guest: Guest) => void;
  /** There is a place in the lobby, (still) without a seat. */
  readonly onWaiting: (place: LobbyPlace, guest: Guest) => void;
  /** The seat was not given; nothing is tried any more. */
  readonly onRefused: (refusal: Refusal) => void;
}

/** Gets a seat, or waits for one, and gets it back on every new connection for as long as it is wanted. */
export class Seating {
  /** Who has or wants the seat now. */
  guest: Guest | undefined;
  /** Grows with every other wish: answers to former ones are void. */
  private wish = 0;
  /** A seat, or a place in the lobby, was there: it is worth trying on. */
  private hadPlace = false;
  /** The seat is on the present connection. */
  private sits = false;
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
    this.hadPlace = true;
    await this.takeIfConnected();
  }

  /** There is a new connection, without a seat. */
  async connected(): Promise<void> {
    this.sits = false;
    if (this.guest) {
      await this.take(this.guest);
    }
  }

  /** A host answered who waits. May overtake the news that one waits: the server answers in order. */
  async answered(admitted: boolean): Promise<void> {
    if (!this.guest || this.sits) {
      return;
    }
    if (admitted) {
      await this.takeIfConnected();
    } else {
      this.refuse({ kind: 'status', status: 'denied', limit: undefined });
    }
  }

  /** The name to come back with. */
  rename(name: string): void {
    this.guest = this.guest && { ...this.guest, name };
  }

  giveUp(): void {
    clearTimeout(this.timer);
    this.guest = undefined;
    this.hadPlace = false;
    this.sits = false;
    this.wish++;
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
    const { wish } = this;
    try {
      const result = await this.options.server.JoinRoom(this.request(guest));
      if (this.wish === wish) {
        this.settle(result);
      }
    } catch (cause) {
      if (this.wish === wish && !this.sits) {
        this.recover(failureCode(cause));
      }
    }
  }

  private request({ name, chatOnly, token, password }: Guest): JoinRoomRequest {
    return {
      ...this.options.describe(),
      name,
      chatOnly,
      ...(token !== undefined && { resumeToken: token }),
      ...(password !== undefined && { password }),
    };
  }

  private settle({ seat, lobby, status, participantLimit: limit }: JoinRoomResult): void {
    if (seat && this.guest) {
      this.guest = { ...this.guest, token: seat.resumeToken };
      this.sits = true;
      this.hold();
      this.options.onSeat(seat, this.guest);
    } else if (lobby && this.guest) {
      this.hold();
      this.options.onWaiting(lobby, this.guest);
    } else if (status !== 'joined' && status !== 'waiting') {
      this.refuse({ kind: 'status', status, limit });
    }
  }

  private hold(): void {
    clearTimeout(this.timer);
    this.attempt = 0;
    this.hadPlace = true;
  }

  private recover(code: FailureCode): void {
    if (code === 'unreachable') {
      // The next connection asks again.
      return;
    }
    const mayPass = code === 'server_fault' || code === 'too_fast' || code === 'not_stored';
    if (this.hadPlace && mayPass) {
      const again = () => void this.takeIfConnected();
      clearTimeout(this.timer);
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
