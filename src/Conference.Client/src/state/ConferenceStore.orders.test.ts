import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ParticipantInfo } from '../signaling/protocol.generated';
import { FakePage, fakeTime, joining, realTime } from './FakePage';
import { participantInfo, seat, snapshot } from './samples';

// Whatever comes in whatever order, often or never: nobody is sent to, heard or seen before they and oneself are in the call.

const sequences = 50_000;
const sequencesOfAPage = 500;
const people = ['bert', 'cleo', 'dora'] as const;
const media = [
  { microphone: 'on', camera: 'on', screen: 'off' },
  { microphone: 'muted', camera: 'off', screen: 'off' },
] as const;
const descriptions = [
  { type: 'offer', sdp: '{"fragment":"theirs","kinds":["audio","video"]}' },
  { type: 'answer', sdp: '{"fragment":"theirs","kinds":["audio","video"]}' },
] as const;
const candidates = ['{"candidate":"c","usernameFragment":"theirs"}', '{"candidate":""}', 'none'];
const lobby = {
  title: 'Design',
  message: '',
  hostPresent: true,
  since: '2026-03-02T09:00:00Z',
  serverTime: '2026-03-02T09:00:00Z',
};

/** The same numbers for the same seed. */
class Dice {
  constructor(private state: number) {}

  roll(sides: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % sides;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.roll(items.length)] as Item;
  }
}

/** A page, and a server that says anything at any time. */
class Disorder {
  readonly page = new FakePage();
  private version = 1;
  private hasSeat = false;
  private readonly log: string[] = [];
  private readonly dice: Dice;

  constructor(private readonly seed: number) {
    this.dice = new Dice(seed);
    this.page.hub.answers['SendSignal'] = () => this.require(this.isIn, 'a signal was sent');
    this.page.hub.answers['JoinRoom'] = () => this.answerJoin();
  }

  async begin(): Promise<void> {
    await this.page.settle();
  }

  async run(): Promise<void> {
    this.log.length = 0;
    this.openAgain();
    if (this.dice.roll(3) > 0) {
      await this.act(['sat down', () => this.sitDown()]);
    }
    for (let step = 0; step < 6; step++) {
      await this.act(this.dice.pick(this.actions));
      this.check();
    }
  }

  /** The server gave a seat, and neither side has ended that. */
  private get isIn(): boolean {
    const { kind } = this.page.store.phase.value;
    return this.hasSeat && (kind === 'inCall' || kind === 'joining' || kind === 'waiting');
  }

  private readonly actions: readonly (readonly [string, () => unknown])[] = [
    ['joins', () => this.join()],
    ['leaves', () => void this.page.store.leave()],
    ['gives up waiting', () => void this.page.store.leaveLobby()],
    ['is admitted', () => this.page.push('LobbyAnswered', { admitted: true })],
    ['is denied', () => this.page.push('LobbyAnswered', { admitted: false })],
    ['is sent away', () => this.page.push('SeatEnded', { reason: 'callEnded' })],
    ['loses the server', () => this.page.hub.link.break()],
    ['finds the server', () => this.page.hub.network?.again()],
    ['waits', () => this.page.settle(150)],
    ['hears a joined', () => this.roster('ParticipantJoined', { participant: this.person() })],
    ['hears an update', () => this.roster('ParticipantUpdated', { participant: this.person() })],
    ['hears a left', () => this.roster('ParticipantLeft', this.leaving())],
    ['gets a description', () => this.signal({ description: this.description() })],
    ['gets candidates', () => this.signal({ candidates: [this.dice.pick(candidates)] })],
    ['gets a track', () => this.announceTracks()],
  ];

  /** A page that has come to a dead end is not used any more. */
  private openAgain(): void {
    if (this.page.store.phase.value.kind === 'deadEnd') {
      this.page.store.close();
      this.page.open();
    }
  }

  private async sitDown(): Promise<void> {
    this.page.hub.network?.again();
    await this.page.settle();
    this.join();
    await this.page.settle(150);
  }

  private join(): void {
    if (this.page.store.phase.value.kind !== 'deadEnd') {
      void this.page.store.join(joining);
    }
  }

  private async act([name, action]: readonly [string, () => unknown]): Promise<void> {
    this.log.push(name);
    await action();
    await this.page.settle();
  }

  private answerJoin(): object {
    this.hasSeat = this.dice.roll(3) > 0;
    if (!this.hasSeat) {
      return { status: 'waiting', lobby };
    }
    const participants = [participantInfo('me'), ...this.someOf()];
    return {
      status: 'joined',
      seat: seat({ room: snapshot({ version: this.version, participants }) }),
    };
  }

  private someOf(): readonly ParticipantInfo[] {
    return people.filter(() => this.dice.roll(2) === 0).map((id) => this.person(id));
  }

  private person(id: string = this.dice.pick(people)): ParticipantInfo {
    return participantInfo(id, {
      media: this.dice.pick(media),
      chatOnly: this.dice.roll(4) === 0,
      instanceId: this.dice.roll(5) === 0 ? 'another page' : `page of ${id}`,
    });
  }

  private leaving(): object {
    return { participantId: this.dice.pick(people), reason: 'left' };
  }

  private description(): string {
    return this.dice.roll(10) === 0 ? 'nonsense' : JSON.stringify(this.dice.pick(descriptions));
  }

  /** Mostly the next version, sometimes an old one or one too far. */
  private roster(method: string, event: object): void {
    const step = this.dice.pick([1, 1, 1, 1, 0, 2]);
    this.version += step;
    this.page.push(method, { version: this.version, ...event });
  }

  private signal(signal: object): void {
    const from = this.dice.pick([...people, 'me', 'nobody']);
    this.page.push('SignalReceived', { from, fromInstance: `page of ${from}`, signal });
  }

  private announceTracks(): void {
    for (const connection of this.page.connections.filter(({ closed }) => !closed)) {
      for (const { receiver } of connection.getTransceivers()) {
        connection.dispatchEvent(Object.assign(new Event('track'), { track: receiver.track }));
      }
    }
  }

  private check(): void {
    const { page } = this;
    const open = page.connections.filter(({ closed }) => !closed);
    const remote = page.store.participants.value.filter(({ isLocal }) => !isLocal);
    const withMedia = remote.filter(({ info }) => !info.chatOnly);
    const audible = withMedia.filter(({ info }) => info.media.microphone === 'on');
    const played = page.platform.players.filter(({ srcObject }) => srcObject !== null);
    this.require(this.isIn || open.length === 0, 'a connection is open outside of a call');
    this.require(this.isIn || played.length === 0, 'somebody is played outside of a call');
    this.require(open.length <= withMedia.length, 'a connection to somebody who is not there');
    this.require(played.length <= audible.length, 'somebody is heard who is muted or not there');
    const shown = remote.filter(({ stream }) => stream !== undefined);
    this.require(
      shown.every(({ info }) => info.media.camera === 'on' && !info.chatOnly),
      'somebody is seen whose camera is off',
    );
    page.connections.splice(0, page.connections.length, ...open);
  }

  private require(isTrue: boolean, what: string): void {
    if (!isTrue) {
      expect.fail(`${what}: seed ${this.seed}, ${this.log.join(', ')}`);
    }
  }
}

describe('ConferenceStore in any order', () => {
  afterEach(realTime);

  it('connects to, plays and shows nobody before they and oneself are in the call', async () => {
    fakeTime();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    let met = 0;
    for (let first = 0; first < sequences; first += sequencesOfAPage) {
      const disorder = new Disorder(first + 1);
      await disorder.begin();
      for (let sequence = 0; sequence < sequencesOfAPage; sequence++) {
        await disorder.run();
        met += disorder.page.connections.length;
      }
      disorder.page.store.close();
    }
    // There was something to see: in many of them somebody was in the call with somebody.
    expect(met).toBeGreaterThan(sequences / 4);
  }, 120_000);
});
