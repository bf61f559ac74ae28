import { signal } from '@preact/signals-core';
import { log } from '../log';
import type { Signal } from '../signaling/protocol.generated';
import { CandidateBatch } from './CandidateBatch';
import { rateQuality, steadilyGood, steady, type SteadyQuality } from './connectionQuality';
import { FiguresReader, type ConnectionFigures } from './ConnectionFigures';
import { IceRepair } from './IceRepair';
import type { LocalTracks, TrackRole } from './LocalTracks';
import { fingerprintsIn } from './code/fingerprints';
import { NoteSender } from './NoteSender';
import { PeerChannel } from './PeerChannel';
import { readSendingStats, type SendingStats } from './readSendingStats';
import { entriesOf } from './statsEntries';
import { thriftySound } from './thriftySound';
import { lineLimit, Transceivers } from './Transceivers';
import type { ReceiverPlan } from './uploadPlan';
import type { Wish } from './wish';

export interface PeerConnectionOptions {
  readonly connection: RTCPeerConnection;
  readonly polite: boolean;
  readonly localStream: MediaStream;
  readonly localScreen: MediaStream;
  readonly tracks: LocalTracks;
  readonly createStream: (track: MediaStreamTrack) => MediaStream;
  /** How much of the other side's voice is to be in a packet. */
  readonly packetMilliseconds: () => number;
  /** Resolves when ICE may be restarted. */
  readonly beforeRestart: () => Promise<void>;
  /** Fails when the signal did not arrive. */
  readonly send: (signal: Signal) => Promise<void>;
  readonly onNote: (note: string) => void;
}

export interface Fingerprints {
  readonly own: readonly string[] | undefined;
  readonly other: readonly string[] | undefined;
}

/** The connection to one remote participant: perfect negotiation as in the WebRTC specification, under its names. */
export class PeerConnection {
  readonly picture = signal<MediaStream | undefined>(undefined);
  readonly sound = signal<MediaStream | undefined>(undefined);
  readonly screenPicture = signal<MediaStream | undefined>(undefined);
  readonly screenSound = signal<MediaStream | undefined>(undefined);
  readonly quality = signal<SteadyQuality>(steadilyGood);
  /** Undefined before the first look. */
  readonly figures = signal<ConnectionFigures | undefined>(undefined);
  /** What each side's media is encrypted with, by the descriptions in use. */
  readonly fingerprints = signal<Fingerprints>({ own: undefined, other: undefined });
  /** How sending goes, as of the last look; undefined while nothing does. */
  sending: SendingStats | undefined;
  private readonly pc: RTCPeerConnection;
  private readonly closing = new AbortController();
  private readonly transceivers: Transceivers;
  private readonly batch = new CandidateBatch((candidates) => this.send({ candidates }));
  private readonly repair = new IceRepair(() => this.repairNow());
  private readonly channel: PeerChannel;
  private readonly notes: NoteSender;
  private lastWish = '';
  private makingOffer = false;
  private ignoreOffer = false;
  private refused = false;
  /** Media went over it once. */
  private stood = false;
  private isSettingRemoteAnswerPending = false;
  private pendingCandidates: readonly string[] = [];
  private undelivered: readonly Signal[] = [];
  private incoming: Promise<void> = Promise.resolve();
  private readonly reader = new FiguresReader();

  constructor(private readonly options: PeerConnectionOptions) {
    this.pc = options.connection;
    this.transceivers = new Transceivers(this.pc, options.localStream, options.localScreen);
    void this.transceivers.setTracks(options.tracks);
    this.channel = new PeerChannel(this.pc, options.onNote, () => this.notes.opened());
    this.notes = new NoteSender(this.channel, (note) => this.send({ note }));
    this.listen();
  }

  readonly state = this.repair.state;

  /**
   * Makes the first offer; the other side answers. It does not wait for `negotiationneeded`, which comes after whatever the page draws
   * meanwhile, and does not come at all once there is an offer. Resolves when the offer and the first candidates are on their way.
   */
  async start(): Promise<void> {
    this.transceivers.add();
    this.channel.create();
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

  /** How pictures are sent from now on. */
  plan(plan: ReceiverPlan): Promise<void> {
    return this.transceivers.plan(plan);
  }

  /** Tells the other side what is shown of it. */
  wish(wish: Wish): void {
    const text = JSON.stringify(wish);
    if (text !== this.lastWish) {
      this.lastWish = text;
      this.notes.tell('wish', wish);
    }
  }

  /** Tells the other side of the own part of the security code. */
  tellCode(said: unknown): void {
    this.notes.tell('code', said);
  }

  configure(configuration: RTCConfiguration): void {
    this.pc.setConfiguration(configuration);
  }

  /** The one that gives way when both make an offer at once. */
  get polite(): boolean {
    return this.options.polite;
  }

  /** The other side can be reached (again): what it did not get goes out now. */
  resend(): void {
    const { undelivered } = this;
    this.undelivered = [];
    if (undelivered.some(({ description }) => description !== undefined)) {
      this.sendDescription();
    }
    for (const { description, ...others } of undelivered) {
      if (description === undefined) {
        this.send(others);
      }
    }
  }

  /** How loud the remote participant is now, 0 to 1. The page waits for the browser's media thread meanwhile. */
  audioLevel(): number {
    const receiver = this.stood ? this.transceivers.audioReceiver : undefined;
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  async measure(now: number): Promise<void> {
    if (this.pc.connectionState !== 'connected') {
      this.sending = undefined;
      return;
    }
    const entries = entriesOf(await this.pc.getStats());
    const figures = this.reader.read(entries, now);
    this.figures.value = figures;
    this.sending = readSendingStats(entries);
    const measured = rateQuality({ loss: figures.loss, delay: figures.delay ?? 0 });
    this.quality.value = steady(this.quality.value, measured, now);
  }

  close(): void {
    this.closing.abort();
    this.repair.close();
    this.batch.clear();
    this.notes.close();
    this.pc.close();
  }

  private listen(): void {
    const { pc } = this;
    const options = { signal: this.closing.signal };
    pc.addEventListener('negotiationneeded', () => void this.offer(), options);
    pc.addEventListener('icecandidate', ({ candidate }) => this.collect(candidate), options);
    pc.addEventListener('track', ({ track }) => this.show(track), options);
    pc.addEventListener('connectionstatechange', () => this.follow(pc.connectionState), options);
    pc.addEventListener('signalingstatechange', () => this.readFingerprints(), options);
  }

  private follow(state: RTCPeerConnectionState): void {
    this.stood ||= state === 'connected';
    this.repair.follow(state);
  }

  private readFingerprints(): void {
    const { signalingState, localDescription, remoteDescription } = this.pc;
    if (signalingState === 'stable' && localDescription && remoteDescription) {
      const [own, other] = [localDescription, remoteDescription].map(({ sdp }) =>
        fingerprintsIn(sdp),
      );
      this.fingerprints.value = { own, other };
    }
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

  private async handle({ description, candidates = [], note }: Signal): Promise<void> {
    if (note !== undefined) {
      this.options.onNote(note);
    }
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
    if (linesOf(description) > lineLimit) {
      this.refuse();
      return;
    }
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
      this.channel.create();
      await pc.setLocalDescription();
      this.sendDescription();
    }
  }

  /** More lines than a call has: nothing is made of it, and of what belongs to it. */
  private refuse(): void {
    this.ignoreOffer = true;
    if (!this.refused) {
      this.refused = true;
      log.warn('A description has more lines than a call; it is ignored.');
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
    const target = this.shownIn(this.transceivers.roleOf(track));
    // A track may be announced again: what plays already goes on without a break.
    if (target && target.peek()?.getTracks()[0] !== track) {
      target.value = this.options.createStream(track);
    }
  }

  private shownIn(role: TrackRole | undefined) {
    switch (role) {
      case 'audio':
        return this.sound;
      case 'video':
        return this.picture;
      case 'screen':
        return this.screenPicture;
      case 'screenAudio':
        return this.screenSound;
      case undefined:
        return undefined;
    }
  }

  private sendDescription(): void {
    const { localDescription } = this.pc;
    if (localDescription) {
      this.undelivered = [];
      const sdp = thriftySound(localDescription.sdp, this.options.packetMilliseconds());
      this.send({ description: JSON.stringify({ type: localDescription.type, sdp }) });
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
    } else if (this.stood || !this.polite) {
      // Before it ever stood the polite side leaves that to the other: Chromium never shows a picture whose offer was rolled back by then.
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

const linesOf = ({ sdp }: RTCSessionDescriptionInit): number => sdp?.match(/^m=/gm)?.length ?? 0;
