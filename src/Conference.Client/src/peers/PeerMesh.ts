import { signal } from '@preact/signals-core';
import type {
  IceServer,
  ParticipantInfo,
  RenewIceServersResult,
  SendSignalRequest,
  SignalReceivedEvent,
} from '../signaling/protocol.generated';
import { IceRenewal } from './IceRenewal';
import { isPolite } from './isPolite';
import { noTracks, type LocalTracks } from './LocalTracks';
import { PeerConnection } from './PeerConnection';
import { videoLimit } from './videoLimit';

const measureMilliseconds = 1_000;

export interface PeerMeshOptions {
  readonly send: (request: SendSignalRequest) => Promise<void>;
  readonly renewIceServers: () => Promise<RenewIceServersResult>;
  readonly createConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly createStream: (tracks: readonly MediaStreamTrack[]) => MediaStream;
}

export interface MeshRoster {
  readonly localId: string;
  readonly participants: readonly ParticipantInfo[];
}

interface Peer {
  readonly instanceId: string;
  readonly connection: PeerConnection;
}

/** One connection to every other participant with media. It follows the roster alone: what the hub's connection does, does not concern it. */
export class PeerMesh {
  readonly connections = signal<ReadonlyMap<string, PeerConnection>>(new Map());
  private readonly peers = new Map<string, Peer>();
  private readonly localStream: MediaStream;
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly renewal: IceRenewal;
  private iceServers: readonly IceServer[] = [];
  private localId: string | undefined;
  private tracks: LocalTracks = noTracks;

  constructor(private readonly options: PeerMeshOptions) {
    this.localStream = options.createStream([]);
    this.timer = setInterval(() => this.measure(), measureMilliseconds);
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

  /** The roster changed: newcomers make their offers themselves. */
  follow(roster: MeshRoster): void {
    this.update(roster);
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
  }

  dropAll(): void {
    this.renewal.stop();
    for (const id of [...this.peers.keys()]) {
      this.drop(id);
    }
    this.publish();
  }

  close(): void {
    clearInterval(this.timer);
    this.dropAll();
  }

  /** Returns the connections that are new. */
  private update({ localId, participants }: MeshRoster): readonly PeerConnection[] {
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
    const limit = videoLimit(this.peers.size);
    for (const { connection } of this.peers.values()) {
      void connection.limitVideo(limit);
    }
    this.publish();
    return connections;
  }

  private add(localId: string, { id, instanceId }: ParticipantInfo): PeerConnection {
    const connection = new PeerConnection({
      connection: this.options.createConnection(configuration(this.iceServers)),
      polite: isPolite(localId, id),
      localStream: this.localStream,
      tracks: this.tracks,
      beforeRestart: () => this.renewal.freshen(),
      createStream: (track) => this.options.createStream([track]),
      send: (signalToSend) =>
        this.options.send({ to: id, toInstance: instanceId, signal: signalToSend }),
    });
    this.peers.set(id, { instanceId, connection });
    return connection;
  }

  /** For the connections to come, and those that are there: they use them when they gather candidates anew. */
  private setIceServers(iceServers: readonly IceServer[]): void {
    this.iceServers = iceServers;
    for (const { connection } of this.peers.values()) {
      connection.configure(configuration(iceServers));
    }
  }

  private drop(id: string): void {
    this.peers.get(id)?.connection.close();
    this.peers.delete(id);
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

  private measure(): void {
    const now = performance.now();
    for (const { connection } of this.peers.values()) {
      void connection.measure(now);
    }
  }
}

function configuration(iceServers: readonly IceServer[]): RTCConfiguration {
  return {
    bundlePolicy: 'max-bundle',
    iceServers: iceServers.map(({ urls, ...credentials }) => ({ ...credentials, urls: [...urls] })),
  };
}
