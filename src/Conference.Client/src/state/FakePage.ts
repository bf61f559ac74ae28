import 'fake-indexeddb/auto';
import { signal } from '@preact/signals-core';
import { vi } from 'vitest';
import { fakeOptions, FakePlatform } from '../media/FakeMedia';
import { LocalMedia } from '../media/LocalMedia';
import { RemoteSound } from '../media/RemoteSound';
import { asReal, FakePeerConnection, FakeStream } from '../peers/FakePeerConnection';
import { PeerMesh } from '../peers/PeerMesh';
import { FakeHub } from '../signaling/FakeHub';
import type {
  JoinRoomRequest,
  JoinRoomResult,
  RoomInfo,
  Seat,
} from '../signaling/protocol.generated';
import { RoomsApi } from '../signaling/RoomsApi';
import { SignalingClient } from '../signaling/SignalingClient';
import { BrowserStorage } from './BrowserStorage';
import { CallPeers } from './CallPeers';
import { ConferenceStore } from './ConferenceStore';
import { FakeStorage } from './FakeStorage';
import { OutboxStorage } from './OutboxStorage';
import { participantInfo, seat, snapshot } from './samples';
import { SeatMemory } from './SeatMemory';
import { readSettings } from './SettingsStore';

export const code = 'abc-defg-hij';
export const info: RoomInfo = {
  code,
  title: 'Design',
  isHost: false,
  participantLimit: 16,
  participants: [],
  entry: 'open',
  needsPassword: false,
  audioOnly: false,
};
export const joining = { name: 'Ada', chatOnly: false, withoutDevices: false };

/** A page in a tab of a browser, with a server, devices and other people that do what a test says. Needs fake timers. */
export class FakePage {
  readonly hub = new FakeHub();
  readonly platform = new FakePlatform();
  readonly connections: FakePeerConnection[] = [];
  roomAnswer: (url: string, init?: RequestInit) => Response = () => Response.json(info);
  /** What the page's address has when it is opened. */
  hostSecret: string | undefined;
  joinToken: string | undefined;
  followJoinLink: (token: string) => void = () => undefined;
  followHostLink: (secret: string) => void = () => undefined;
  hidePage: () => void = () => undefined;
  /** What the page's address says. */
  code = code;
  store: ConferenceStore;
  private readonly tabStorage = new FakeStorage();
  private readonly browserStorage = new FakeStorage();

  constructor() {
    this.store = this.open();
  }

  readonly settings = signal(readSettings({}));
  readonly settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

  /** Loads the page (again) in the same tab. */
  open(isReload = false): ConferenceStore {
    const room = signal(this.code);
    this.store = new ConferenceStore({
      code: room,
      api: new RoomsApi((url, init) => Promise.resolve(this.roomAnswer(url as string, init))),
      createSignaling: (events, onConnected) =>
        new SignalingClient(events, {
          createLink: this.hub.createLink,
          watchNetwork: this.hub.watchNetwork,
          onConnected,
          random: () => 0,
        }),
      createMedia: (onNotice) =>
        new LocalMedia({
          ...fakeOptions(this.platform),
          onNews: (news) => onNotice({ kind: 'deviceNews', news }),
          onLost: (device, problem) => onNotice({ kind: 'deviceProblem', device, problem }),
          onMutedSpeech: () => onNotice({ kind: 'mutedWhileSpeaking' }),
          onScreenProblem: (problem) => onNotice({ kind: 'screenProblem', problem }),
        }),
      createPeers: (signaling, media) => this.createPeers(signaling, media),
      seatMemory: new SeatMemory({
        code: room,
        storage: new BrowserStorage(() => this.tabStorage),
        isReload,
      }),
      storage: new BrowserStorage(() => this.browserStorage),
      outboxStorage: new OutboxStorage(),
      instanceId: 'this page',
      onMoved: (moved) => (this.code = moved),
      onPageHide: (handler) => (this.hidePage = handler),
      onHostLink: (handler) => {
        this.followHostLink = handler;
        if (this.hostSecret !== undefined) {
          handler(this.hostSecret);
        }
      },
      onJoinToken: (handler) => {
        this.followJoinLink = handler;
        if (this.joinToken !== undefined) {
          handler(this.joinToken);
        }
      },
    });
    return this.store;
  }

  answerJoin(answer: JoinRoomResult): void {
    this.hub.answers['JoinRoom'] = () => answer;
  }

  seatWith(...others: readonly string[]): Seat {
    const participants = ['me', ...others].map((id) =>
      participantInfo(id, { isHost: id === 'me' }),
    );
    return seat({ room: snapshot({ participants }) });
  }

  async join(...others: readonly string[]): Promise<void> {
    this.answerJoin({ status: 'joined', seat: this.seatWith(...others) });
    await this.settle();
    await this.store.join(joining);
    await this.settle(100);
  }

  joins(): readonly JoinRoomRequest[] {
    return this.hub.callsOf('JoinRoom') as readonly JoinRoomRequest[];
  }

  /** Everything that the browser keeps. */
  kept(): string {
    return this.tabStorage.contents() + this.browserStorage.contents();
  }

  push(method: string, event?: unknown): void {
    this.hub.link.push(method, event);
  }

  private createPeers(signaling: SignalingClient, media: LocalMedia): CallPeers {
    const mesh = new PeerMesh({
      send: (request) => signaling.server.SendSignal(request),
      renewIceServers: () => signaling.server.RenewIceServers(),
      createConnection: (configuration) => {
        const connection = new FakePeerConnection(configuration);
        this.connections.push(connection);
        return asReal(connection);
      },
      createStream: (tracks) => asReal(new FakeStream(asReal(tracks))),
      machine: { cores: 8, phone: false },
      certificate: Promise.resolve(undefined),
    });
    return new CallPeers(mesh, new RemoteSound(this.platform.asPlatform()), media, this.settings);
  }
}

/** Microtasks and IndexedDB run on; everything that waits for a time waits for the test. */
export function fakeTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  vi.stubGlobal('location', { origin: 'https://meet.example' });
}

export function realTime(): void {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
}
