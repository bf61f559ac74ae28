import { effect, signal, untracked } from '@preact/signals-core';
import type {
  IceServer,
  ParticipantInfo,
  RenewIceServersResult,
  SendSignalRequest,
  SignalReceivedEvent,
} from '../signaling/protocol.generated';
import { MeshCode } from './code/MeshCode';
import { IceRenewal } from './IceRenewal';
import { isPolite } from './isPolite';
import { noTracks, type LocalTracks } from './LocalTracks';
import type { Machine } from './MachineLoad';
import { readNote } from './note';
import { PeerConnection } from './PeerConnection';
import type { SendingStats } from './readSendingStats';
import { packetMillisecondsFor } from './thriftySound';
import { UploadControl, type UploadChoice } from './UploadControl';
import type { PictureSource } from './uploadPlan';
import type { Wish } from './wish';

const measureMilliseconds = 1_000;
const wishMilliseconds = 100;

export interface PeerMeshOptions {
  readonly send: (request: SendSignalRequest) => Promise<void>;
  readonly renewIceServers: () => Promise<RenewIceServersResult>;
  readonly createConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly createStream: (tracks: readonly MediaStreamTrack[]) => MediaStream;
  readonly machine: Machine;
  /** One for all connections, so that everybody has the same keys for everybody. */
  readonly certificate: Promise<RTCCertificate | undefined>;
}

export interface MeshRoster {
  readonly localId: string;
  /** Nobody is to learn where another is: everything goes through a TURN server. */
  readonly relayOnly: boolean;
  readonly participants: readonly ParticipantInfo[];
}

interface Peer {
  readonly instanceId: string;
  readonly connection: PeerConnection;
}

/** One connection to every other participant with media. It follows the roster alone: what the hub's connection does, does not concern it. */
export class PeerMesh {
  readonly connections = signal<ReadonlyMap<string, PeerConnection>>(new Map());
  readonly code = new MeshCode((id, note) => this.peers.get(id)?.connection.tellCode(note));
  private readonly peers = new Map<string, Peer>();
  private readonly localStream: MediaStream;
  private readonly localScreen: MediaStream;
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly renewal: IceRenewal;
  private iceServers: readonly IceServer[] = [];
  private relayOnly = false;
  private localId: string | undefined;
  private tracks: LocalTracks = noTracks;
  private certificate: RTCCertificate | undefined;
  private ownInstanceId = '';
  private readonly stop: () => void;
  private readonly upload: UploadControl;
  private wishes: ReadonlyMap<string, Wish> = new Map();
  private wishTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PeerMeshOptions) {
    this.upload = new UploadControl(options.machine, () => this.plan());
    void options.certificate.then((certificate) => this.take(certificate));
    this.localStream = options.createStream([]);
    this.localScreen = options.createStream([]);
    this.timer = setInterval(() => void this.measure(), measureMilliseconds);
    this.stop = effect(() => this.followCode());
    this.renewal = new IceRenewal({
      renew: options.renewIceServers,
      apply: (iceServers) => this.setIceServers(iceServers),
    });
  }

  /** A seat is there (again): whoever is in the room and not connected yet gets an offer. Resolves when these are on their way. */
  async arrive(
    roster: MeshRoster,
    iceServers: readonly IceServer[],
    iceLifetime?: number,
  ): Promise<void> {
    if (this.localId !== roster.localId) {
      this.dropAll();
    }
    this.localId = roster.localId;
    this.renewal.begin({ iceServers, ...(iceLifetime !== undefined && { iceLifetime }) });
    const offers = this.update(roster).map((connection) => connection.start());
    this.resend(roster);
    await Promise.all(offers);
  }

  /** The roster changed: newcomers make their offers themselves. Where all begin anew, one of each two does. */
  follow(roster: MeshRoster): void {
    const isAnew = roster.relayOnly !== this.relayOnly;
    const added = this.update(roster);
    if (isAnew) {
      added.filter(({ polite }) => !polite).forEach((connection) => void connection.start());
    }
    this.resend(roster);
  }

  receive({ from, fromInstance, signal: received }: SignalReceivedEvent): void {
    const peer = this.peers.get(from);
    if (peer?.instanceId === fromInstance) {
      void peer.connection.receive(received);
    }
  }

  setTracks(tracks: LocalTracks): void {
    this.tracks = tracks;
    for (const { connection } of this.peers.values()) {
      void connection.setTracks(tracks);
    }
    this.plan();
  }

  /** What is shown of each participant; who is absent is told nothing. */
  show(wishes: ReadonlyMap<string, Wish>): void {
    this.wishes = wishes;
    this.wishTimer ??= setTimeout(() => {
      this.wishTimer = undefined;
      this.tellWishes();
    }, wishMilliseconds);
  }

  chooseUpload(choice: UploadChoice): void {
    this.upload.choose(choice);
  }

  dropAll(): void {
    this.renewal.stop();
    this.wishes = new Map();
    for (const id of [...this.peers.keys()]) {
      this.drop(id);
    }
    this.publish();
  }

  close(): void {
    this.stop();
    clearInterval(this.timer);
    clearTimeout(this.wishTimer);
    this.dropAll();
  }

  /** Returns the connections that are new. */
  private update({ localId, relayOnly, participants }: MeshRoster): readonly PeerConnection[] {
    if (this.relayOnly !== relayOnly) {
      // A connection that is there would keep to the way it has.
      this.relayOnly = relayOnly;
      [...this.peers.keys()].forEach((id) => this.drop(id));
    }
    this.ownInstanceId = participants.find(({ id }) => id === localId)?.instanceId ?? '';
    const wanted = new Map(
      participants
        .filter(({ id, chatOnly }) => id !== localId && !chatOnly)
        .map((participant) => [participant.id, participant]),
    );
    for (const [id, { instanceId }] of this.peers) {
      if (wanted.get(id)?.instanceId !== instanceId) {
        this.drop(id);
      }
    }
    const added = [...wanted.values()].filter(({ id }) => !this.peers.has(id));
    const connections = added.map((participant) => this.add(localId, participant));
    this.plan();
    this.tellWishes();
    this.publish();
    return connections;
  }

  private add(localId: string, { id, instanceId }: ParticipantInfo): PeerConnection {
    const connection = new PeerConnection({
      connection: this.options.createConnection(this.configuration()),
      polite: isPolite(localId, id),
      localStream: this.localStream,
      localScreen: this.localScreen,
      tracks: this.tracks,
      beforeRestart: () => this.renewal.freshen(),
      createStream: (track) => this.options.createStream([track]),
      packetMilliseconds: () => packetMillisecondsFor(this.peers.size),
      send: (signalToSend) =>
        this.options.send({ to: id, toInstance: instanceId, signal: signalToSend }),
      onNote: (note) => this.hear(id, note),
    });
    this.peers.set(id, { instanceId, connection });
    return connection;
  }

  /** For the connections to come, and those that are there: they use them when they gather candidates anew. */
  private setIceServers(iceServers: readonly IceServer[]): void {
    this.iceServers = iceServers;
    for (const { connection } of this.peers.values()) {
      connection.configure(this.configuration());
    }
  }

  private drop(id: string): void {
    this.peers.get(id)?.connection.close();
    this.peers.delete(id);
    this.upload.forget(id);
  }

  private resend({ participants }: MeshRoster): void {
    for (const { id, connected } of participants) {
      if (connected) {
        this.peers.get(id)?.connection.resend();
      }
    }
  }

  private publish(): void {
    const next = new Map([...this.peers].map(([id, { connection }]) => [id, connection]));
    const former = this.connections.value;
    const isSame =
      next.size === former.size && [...next].every(([id, one]) => former.get(id) === one);
    if (!isSame) {
      this.connections.value = next;
    }
  }

  private plan(): void {
    const plans = this.upload.plan([...this.peers.keys()], {
      camera: sourceOf(this.tracks.video),
      screen: this.tracks.screen && screenSource(this.tracks.screen),
    });
    for (const [id, plan] of plans) {
      void this.peers.get(id)?.connection.plan(plan);
    }
  }

  private followCode(): void {
    const peers = [...this.connections.value].map(([id, { fingerprints }]) => ({
      id,
      instanceId: this.peers.get(id)?.instanceId ?? '',
      fingerprints: fingerprints.value,
    }));
    const own = { id: this.localId ?? '', instanceId: this.ownInstanceId };
    untracked(() => this.code.follow(own, peers));
  }

  /** A connection keeps the certificate that it was made with. */
  private take(certificate: RTCCertificate | undefined): void {
    if (this.peers.size === 0) {
      this.certificate = certificate;
    }
  }

  private configuration(): RTCConfiguration {
    return {
      bundlePolicy: 'max-bundle',
      iceTransportPolicy: this.relayOnly ? 'relay' : 'all',
      iceServers: this.iceServers.map(({ urls, ...credentials }) => ({
        ...credentials,
        urls: [...urls],
      })),
      ...(this.certificate && { certificates: [this.certificate] }),
    };
  }

  private hear(id: string, text: string): void {
    const note = this.peers.has(id) ? readNote(text) : undefined;
    if (note?.wish !== undefined) {
      this.upload.hear(id, note.wish);
    }
    if (note?.code !== undefined) {
      this.code.hear(id, note.code);
    }
  }

  /** Of whom nothing is known yet, such as somebody who just came, nothing is said. */
  private tellWishes(): void {
    for (const [id, wish] of this.wishes) {
      this.peers.get(id)?.connection.wish(wish);
    }
  }

  private async measure(): Promise<void> {
    const now = performance.now();
    const measured = [...this.peers].map(async ([id, { connection }]) => {
      await connection.measure(now);
      return [id, connection.sending] as const;
    });
    const sending = (await Promise.all(measured)).filter(
      (one): one is readonly [string, SendingStats] => one[1] !== undefined,
    );
    this.upload.measure(new Map(sending), now);
    this.code.repeat();
  }
}

const detailedFrameRate = 15;

/** Text stands still: what its pictures are worth is sharpness. */
function screenSource(track: MediaStreamTrack): PictureSource {
  const { frameRate, ...size } = sourceOf(track);
  return { ...size, frameRate: track.contentHint === 'motion' ? frameRate : detailedFrameRate };
}

function sourceOf(track: MediaStreamTrack | undefined): PictureSource {
  const { width = 1280, height = 720, frameRate = 30 } = track?.getSettings() ?? {};
  return { width, height, frameRate };
}
