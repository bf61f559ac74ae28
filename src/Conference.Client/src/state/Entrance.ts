import { batch, computed, effect, signal, untracked } from '@preact/signals-core';
import type { LocalMedia } from '../media/LocalMedia';
import type {
  LobbyPlace,
  LobbyUpdatedEvent,
  RoomInfo,
  Seat,
  SeatEnd,
} from '../signaling/protocol.generated';
import type { SignalingClient } from '../signaling/SignalingClient';
import type { CallStore } from './CallStore';
import type { ConferenceParts } from './ConferenceParts';
import { exchangeHostLink } from './hostLink';
import type { ConferenceModel, ConferencePhase, DeadEnd } from './model';
import { closedDoor, isBeforeJoining, mayPass, outcomeOf } from './refusals';
import { RoomInfoStore } from './RoomInfoStore';
import { Seating, type Guest, type Refusal, type SeatingOptions } from './Seating';
import type { SeatEvents } from './serverEvents';
import { WaitingStore } from './WaitingStore';
import { wait } from './wait';

const offerMilliseconds = 100;

export interface EntranceOptions {
  readonly parts: Pick<ConferenceParts, 'code' | 'api' | 'seatMemory'>;
  readonly signaling: SignalingClient;
  readonly call: CallStore;
  readonly media: LocalMedia;
  readonly describe: SeatingOptions['describe'];
}

/** The way into the room and out of it: what the page shows, from the look through the door to after the call. */
export class Entrance {
  readonly phase = signal<ConferencePhase>({ kind: 'loading' });
  readonly joinProblem = signal<ConferenceModel['joinProblem']['value']>(undefined);
  readonly info;
  /** In this page's memory alone, until there is a seat. */
  readonly joinToken = signal<string | undefined>(undefined);
  readonly vouched = computed(() => this.joinToken.value !== undefined);
  private readonly roomInfo: RoomInfoStore;
  private readonly seating: Seating;
  private readonly waiting = new WaitingStore();
  private readonly closing = new AbortController();
  private readonly stop: () => void;
  private becomingHost = false;

  constructor(private readonly options: EntranceOptions) {
    const { parts, signaling } = options;
    this.roomInfo = new RoomInfoStore(parts.code, parts.api, () =>
      this.end({ reason: 'notFound' }),
    );
    this.info = this.roomInfo.info;
    this.seating = new Seating({
      server: signaling.server,
      isConnected: () => signaling.connected.value,
      describe: () => this.describe(),
      onSeat: (seat, guest) => void this.takeSeat(seat, guest),
      onWaiting: (place, guest) => this.startWaiting(place, guest),
      onRefused: (refusal) => this.refused(refusal),
    });
    this.stop = effect(() => this.followInfo(this.info.value));
  }

  readonly events: SeatEvents = {
    onSeatTaken: () => this.end({ reason: 'seatTaken' }),
    onSeatEnded: (reason) => this.seatEnded(reason),
    onLobbyAnswered: (admitted) => void this.seating.answered(admitted),
    onLobbyUpdated: (event) => this.updateLobby(event),
  };

  /** Somebody stands in front of the door, and may have a host link to use first. */
  lookInside(): void {
    if (!this.becomingHost) {
      this.roomInfo.start();
    }
  }

  async join(guest: Guest): Promise<void> {
    this.phase.value = { kind: 'joining' };
    await this.seating.join(guest);
  }

  async resume(guest: Guest): Promise<void> {
    this.phase.value = { kind: 'joining' };
    await this.seating.resume(guest);
  }

  /** There is a new connection to the server. */
  async connected(): Promise<void> {
    await this.seating.connected();
  }

  /** The room is shown as its host sees it: the link comes first. */
  async becomeHost(secret: string): Promise<void> {
    const { api, code } = this.options.parts;
    const until = this.closing.signal;
    this.becomingHost = true;
    const refused = await exchangeHostLink(() => api.becomeHost(code.peek(), secret, until), until);
    this.becomingHost = false;
    if (refused) {
      this.joinProblem.value = 'hostLinkInvalid';
    }
    if (!until.aborted) {
      await this.enterAsHost(this.phase.peek());
    }
  }

  /** A site sends somebody: no door is closed to them but that of who was removed. */
  vouch(token: string): void {
    this.joinToken.value = token;
    if (isBeforeJoining(this.phase.peek()) && this.info.peek()) {
      this.roomInfo.restart();
    }
  }

  /** The devices stay as they are: one is back at the preview. */
  backToPreJoin(): void {
    batch(() => {
      this.letGo();
      this.phase.value = { kind: 'preJoin' };
    });
    this.roomInfo.start();
  }

  leave(how: 'left' | 'callEnded' | 'roomDeleted'): void {
    this.finish();
    this.phase.value = { kind: 'left', how };
  }

  /** The name to come back with. */
  rename(name: string): void {
    this.seating.rename(name);
    this.keepSeat();
  }

  /** For a reload. Passwords are not kept. */
  keepSeat(): void {
    const { parts, call } = this.options;
    const { guest } = this.seating;
    if (guest?.token !== undefined) {
      const { name, chatOnly, token } = guest;
      parts.seatMemory.write({ token, name, chatOnly, media: call.ownMedia.peek() });
    }
  }

  close(): void {
    this.finish();
    this.closing.abort();
    this.roomInfo.stop();
    this.stop();
  }

  private describe(): ReturnType<SeatingOptions['describe']> {
    this.waiting.ask();
    const joinToken = this.joinToken.peek();
    return { ...this.options.describe(), ...(joinToken !== undefined && { joinToken }) };
  }

  /** The offers go out before the call is drawn: others answer them meanwhile. */
  private async takeSeat(seat: Seat, guest: Guest): Promise<void> {
    const { call } = this.options;
    this.joinToken.value = undefined;
    const offers = batch(() => call.takeSeat(seat, guest));
    this.keepSeat();
    this.waiting.end();
    this.roomInfo.stop();
    await Promise.race([offers, wait(offerMilliseconds)]);
    const { kind } = this.phase.value;
    if ((kind === 'joining' || kind === 'waiting') && call.seat.value === seat) {
      this.phase.value = { kind: 'inCall' };
    }
  }

  /** Whoever had a seat and has to wait now, has none any more. The devices stay as they are. */
  private startWaiting(place: LobbyPlace, { name }: Guest): void {
    batch(() => {
      this.options.parts.seatMemory.clear();
      this.options.call.end();
      this.roomInfo.stop();
      this.phase.value = { kind: 'waiting', lobby: this.waiting.begin(place, name) };
    });
  }

  private updateLobby(event: LobbyUpdatedEvent): void {
    const lobby = this.waiting.update(event);
    if (lobby) {
      this.phase.value = { kind: 'waiting', lobby };
    }
  }

  private async enterAsHost(phase: ConferencePhase): Promise<void> {
    if (isBeforeJoining(phase)) {
      this.roomInfo.restart();
    } else if (phase.kind === 'waiting') {
      // No door is closed to a host.
      await this.seating.answered(true);
    }
  }

  private refused(refusal: Refusal): void {
    const outcome = outcomeOf(refusal, this.info.peek());
    if ('problem' in outcome && outcome.problem === 'joinTokenInvalid') {
      this.joinToken.value = undefined;
    }
    if ('problem' in outcome) {
      this.joinProblem.value = outcome.problem;
      this.backToPreJoin();
    } else if (mayPass(outcome.end)) {
      this.shut(outcome.end);
      this.roomInfo.restart();
    } else {
      this.end(outcome.end);
    }
  }

  /** A host ended it: the seat, or the wait for one. */
  private seatEnded(reason: SeatEnd): void {
    if (!this.seating.guest) {
      return;
    }
    if (reason === 'removed') {
      this.end({ reason });
      return;
    }
    if (reason === 'linkChanged') {
      this.end({ reason: 'notFound' });
      return;
    }
    this.leave(reason);
    if (reason === 'callEnded') {
      this.roomInfo.start();
    } else {
      this.closeDown();
    }
  }

  /** The door opens and closes while one stands in front of it. */
  private followInfo(info: RoomInfo | undefined): void {
    const phase = this.phase.peek();
    if (!info || !isBeforeJoining(phase)) {
      return;
    }
    const closed = closedDoor(info, this.vouched.peek());
    if (closed) {
      untracked(() => (mayPass(closed) ? this.shut(closed) : this.end(closed)));
    } else if (phase.kind !== 'preJoin') {
      this.phase.value = { kind: 'preJoin' };
    }
  }

  private letGo(): void {
    this.seating.giveUp();
    this.waiting.end();
    this.options.parts.seatMemory.clear();
    this.options.call.end();
  }

  private finish(): void {
    batch(() => {
      this.letGo();
      this.options.media.stop();
    });
  }

  /** The page stays, and looks whether the door opens. */
  private shut(end: DeadEnd): void {
    const phase = this.phase.peek();
    if (phase.kind !== 'deadEnd' || phase.end.reason !== end.reason) {
      this.finish();
      this.phase.value = { kind: 'deadEnd', end };
    }
  }

  private end(end: DeadEnd): void {
    this.finish();
    this.closeDown();
    this.phase.value = { kind: 'deadEnd', end };
  }

  private closeDown(): void {
    this.roomInfo.stop();
    this.options.signaling.close();
  }
}
