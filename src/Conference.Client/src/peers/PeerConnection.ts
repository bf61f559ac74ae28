import { signal } from '@preact/signals-core';
import { log } from '../log';
import type { Signal } from '../signaling/protocol.generated';
import { CandidateBatch } from './CandidateBatch';
import {
  lossBetween,
  rateQuality,
  steadilyGood,
  steady,
  type PacketCount,
  type SteadyQuality,
} from './connectionQuality';
import { IceRepair } from './IceRepair';
import type { LocalTracks } from './LocalTracks';
import { readPathStats } from './readPathStats';
import { Transceivers } from './Transceivers';
import type { VideoLimit } from './videoLimit';

export interface PeerConnectionOptions {
  readonly connection: RTCPeerConnection;
  readonly polite: boolean;
  readonly localStream: MediaStream;
  readonly tracks: LocalTracks;
  readonly createStream: (track: MediaStreamTrack) => MediaStream;
  /** Resolves when ICE may be restarted. */
  readonly beforeRestart: () => Promise<void>;
  /** Fails when the signal did not arrive. */
  readonly send: (signal: Signal) => Promise<void>;
}

/** The connection to one remote participant: perfect negotiation as in the WebRTC specification, under its names. */
export class PeerConnection {
  readonly picture = signal<MediaStream | undefined>(undefined);
  readonly sound = signal<MediaStream | undefined>(undefined);
  readonly quality = signal<SteadyQuality>(steadilyGood);
  private readonly pc: RTCPeerConnection;
  private readonly closing = new AbortController();
  private readonly transceivers: Transceivers;
  private readonly batch = new CandidateBatch((candidates) => this.send({ candidates }));
  private readonly repair = new IceRepair(() => this.repairNow());
  private makingOffer = false;
  private ignoreOffer = false;
  private isSettingRemoteAnswerPending = false;
  private pendingCandidates: readonly string[] = [];
  private undelivered: readonly Signal[] = [];
  private incoming: Promise<void> = Promise.resolve();
  private packets: PacketCount = { received: 0, lost: 0 };

  constructor(private readonly options: PeerConnectionOptions) {
    this.pc = options.connection;
    this.transceivers = new Transceivers(this.pc, options.localStream);
    void this.transceivers.setTracks(options.tracks);
    this.listen();
  }

  readonly state = this.repair.state;

  /**
   * Makes the first offer; the other side answers. It does not wait for `negotiationneeded`, which comes after whatever the page draws
   * meanwhile, and does not come at all once there is an offer. Resolves when the offer and the first candidates are on their way.
   */
  async start(): Promise<void> {
    this.transceivers.add();
    await this.offer();
    await this.batch.firstSent;
  }

  /** Takes what the other side sent, one after the other. Never rejects. */
  receive(received: Signal): Promise<void> {
    this.incoming = this.incoming
      .then(() => this.handle(received))
      .catch((cause: unknown) => {
        if (!this.closing.signal.aborted) {
          // The negotiation stays where it was; the repair makes a new one when no media comes of it.
          log.warn('A signal could not be applied.', cause);
        }
      });
    return this.incoming;
  }

  setTracks(tracks: LocalTracks): Promise<void> {
    return this.transceivers.setTracks(tracks);
  }

  configure(configuration: RTCConfiguration): void {
    this.pc.setConfiguration(configuration);
  }

  limitVideo(limit: VideoLimit): Promise<void> {
    return this.transceivers.limitVideo(limit);
  }

  /** The other side can be reached (again): what it did not get goes out now. */
  resend(): void {
    const { undelivered } = this;
    this.undelivered = [];
    if (undelivered.some(({ description }) => description !== undefined)) {
      this.sendDescription();
    }
    for (const { candidates } of undelivered) {
      if (candidates) {
        this.send({ candidates });
      }
    }
  }

  /** How loud the remote participant is now, 0 to 1. */
  audioLevel(): number {
    return this.transceivers.audioReceiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  async measure(now: number): Promise<void> {
    if (this.pc.connectionState !== 'connected') {
      return;
    }
    const { packets, delay } = readPathStats(await this.pc.getStats());
    const measured = rateQuality({ loss: lossBetween(this.packets, packets), delay: delay ?? 0 });
    this.packets = packets;
    this.quality.value = steady(this.quality.value, measured, now);
  }

  close(): void {
    this.closing.abort();
    this.repair.close();
    this.batch.clear();
    this.pc.close();
  }

  private listen(): void {
    const { pc } = this;
    const options = { signal: this.closing.signal };
    pc.addEventListener('negotiationneeded', () => void this.offer(), options);
    pc.addEventListener('icecandidate', ({ candidate }) => this.collect(candidate), options);
    pc.addEventListener('track', ({ track }) => this.show(track), options);
    pc.addEventListener(
      'connectionstatechange',
      () => this.repair.follow(pc.connectionState),
      options,
    );
  }

  private async offer(): Promise<void> {
    try {
      this.makingOffer = true;
      await this.pc.setLocalDescription();
      this.sendDescription();
    } catch (cause) {
      if (!this.closing.signal.aborted) {
        log.warn('An offer could not be made; the repair makes another one.', cause);
      }
    } finally {
      this.makingOffer = false;
    }
  }

  private async handle({ description, candidates = [] }: Signal): Promise<void> {
    if (description !== undefined) {
      await this.handleDescription(JSON.parse(description) as RTCSessionDescriptionInit);
    }
    this.pendingCandidates = [...this.pendingCandidates, ...candidates];
    if (this.pc.remoteDescription) {
      await this.addPendingCandidates();
    }
  }

  private async handleDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const { pc } = this;
    const readyForOffer =
      !this.makingOffer && (pc.signalingState === 'stable' || this.isSettingRemoteAnswerPending);
    const offerCollision = description.type === 'offer' && !readyForOffer;
    this.ignoreOffer = !this.options.polite && offerCollision;
    if (this.ignoreOffer || this.isStaleAnswer(description)) {
      return;
    }
    this.isSettingRemoteAnswerPending = description.type === 'answer';
    try {
      await pc.setRemoteDescription(description);
    } finally {
      this.isSettingRemoteAnswerPending = false;
    }
    if (description.type === 'offer') {
      await this.transceivers.adopt();
      await pc.setLocalDescription();
      this.sendDescription();
    }
  }

  /** An answer that came twice, because its first sending looked lost. */
  private isStaleAnswer({ type }: RTCSessionDescriptionInit): boolean {
    return type === 'answer' && this.pc.signalingState !== 'have-local-offer';
  }

  private async addPendingCandidates(): Promise<void> {
    const candidates = this.pendingCandidates;
    this.pendingCandidates = [];
    for (const candidate of candidates) {
      try {
        await this.pc.addIceCandidate(JSON.parse(candidate) as RTCIceCandidateInit);
      } catch (cause) {
        if (!this.ignoreOffer) {
          throw cause;
        }
      }
    }
  }

  private collect(candidate: RTCIceCandidate | null): void {
    if (candidate && candidate.candidate !== '') {
      this.batch.add(JSON.stringify(candidate));
    }
  }

  private show(track: MediaStreamTrack): void {
    const target = track.kind === 'video' ? this.picture : this.sound;
    // A track may be announced again: what plays already goes on without a break.
    if (target.peek()?.getTracks()[0] !== track) {
      target.value = this.options.createStream(track);
    }
  }

  private sendDescription(): void {
    if (this.pc.localDescription) {
      this.undelivered = [];
      this.send({ description: JSON.stringify(this.pc.localDescription) });
    }
  }

  private send(outgoing: Signal): void {
    this.options.send(outgoing).catch(() => {
      this.undelivered = [...this.undelivered, outgoing];
    });
  }

  private repairNow(): void {
    if (!this.transceivers.arePresent) {
      // The offer that should have come never did.
      void this.start();
    } else if (this.pc.signalingState === 'have-local-offer') {
      this.sendDescription();
    } else {
      void this.restartIce();
    }
  }

  private async restartIce(): Promise<void> {
    await this.options.beforeRestart();
    if (!this.closing.signal.aborted) {
      this.pc.restartIce();
    }
  }
}
