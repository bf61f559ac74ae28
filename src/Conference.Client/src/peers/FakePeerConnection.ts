/** A track that can be told from others and stopped. */
export class FakeTrack extends EventTarget {
  enabled = true;
  contentHint = '';
  readyState: MediaStreamTrackState = 'live';
  readonly copies: FakeTrack[] = [];

  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId = `${kind} device`,
  ) {
    super();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** As the browser does when the device is pulled out. */
  end(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }

  clone(): FakeTrack {
    const copy = new FakeTrack(this.kind, this.deviceId);
    this.copies.push(copy);
    return copy;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId };
  }
}

export class FakeStream {
  constructor(readonly tracks: readonly FakeTrack[]) {}

  getTracks(): readonly FakeTrack[] {
    return this.tracks;
  }

  getAudioTracks(): readonly FakeTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'audio');
  }

  getVideoTracks(): readonly FakeTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'video');
  }
}

class FakeSender {
  parameters: { encodings: Record<string, unknown>[] } = { encodings: [{}] };

  constructor(public track: FakeTrack | null) {}

  getParameters(): { encodings: Record<string, unknown>[] } {
    return structuredClone(this.parameters);
  }

  setParameters(parameters: { encodings: Record<string, unknown>[] }): Promise<void> {
    this.parameters = parameters;
    return Promise.resolve();
  }

  replaceTrack(track: FakeTrack | null): Promise<void> {
    this.track = track;
    return Promise.resolve();
  }

  setStreams(): void {
    // Streams are names in a description; nothing here reads them.
  }
}

export class FakeTransceiver {
  direction = 'recvonly';
  mid: string | null = null;
  stopped = false;
  level = 0;
  readonly sender: FakeSender;
  readonly receiver;

  constructor(kind: 'audio' | 'video', track: FakeTrack | null) {
    this.sender = new FakeSender(track);
    this.receiver = {
      track: new FakeTrack(kind),
      getSynchronizationSources: () => [{ audioLevel: this.level }],
    };
  }

  stop(): void {
    this.stopped = true;
  }
}

/** Its other end is for a test to play. */
export class FakeChannel extends EventTarget {
  readyState: RTCDataChannelState = 'connecting';
  readonly sent: string[] = [];

  send(text: string): void {
    if (this.readyState !== 'open') {
      throw new DOMException('The channel is not open.', 'InvalidStateError');
    }
    this.sent.push(text);
  }

  open(): void {
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  receive(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

interface FakeSdp {
  readonly fragment: string;
  readonly kinds: readonly ('audio' | 'video')[];
}

let fragments = 0;

/** The rules of a real connection that a negotiation depends on: its states, its order, roll-back, and what it refuses. */
export class FakePeerConnection extends EventTarget {
  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  closed = false;
  restarts = 0;
  report: Map<string, object> = new Map();
  readonly candidates: string[] = [];
  readonly channels: FakeChannel[] = [];
  private transceivers: FakeTransceiver[] = [];
  private restartWanted = false;
  private negotiationNeeded = false;
  private isBusy = false;
  private offered: FakeTransceiver[] = [];

  constructor(public configuration?: RTCConfiguration) {
    super();
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.refuseWhenClosed();
    this.configuration = configuration;
  }

  addTransceiver(
    track: FakeTrack | 'audio' | 'video',
    init?: RTCRtpTransceiverInit,
  ): FakeTransceiver {
    const kind = typeof track === 'string' ? track : track.kind;
    const transceiver = new FakeTransceiver(kind, typeof track === 'string' ? null : track);
    transceiver.direction = init?.direction ?? 'sendrecv';
    transceiver.sender.parameters = {
      encodings: (init?.sendEncodings ?? [{}]).map((encoding) => ({ ...encoding })),
    };
    this.transceivers.push(transceiver);
    this.checkNegotiation();
    return transceiver;
  }

  createDataChannel(): FakeChannel {
    const channel = new FakeChannel();
    this.channels.push(channel);
    return channel;
  }

  getTransceivers(): readonly FakeTransceiver[] {
    return this.transceivers.filter(({ stopped }) => !stopped);
  }

  async setLocalDescription(): Promise<void> {
    this.isBusy = true;
    await Promise.resolve();
    this.isBusy = false;
    this.refuseWhenClosed();
    const isAnswer = this.signalingState === 'have-remote-offer';
    if (!isAnswer) {
      this.offered = this.getTransceivers().filter(({ mid }) => mid === null);
      this.getTransceivers().forEach((one, index) => (one.mid = String(index)));
      this.restartWanted = false;
    }
    this.localDescription = this.describe(isAnswer ? 'answer' : 'offer');
    this.become(isAnswer ? 'stable' : 'have-local-offer');
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    this.refuseWhenClosed();
    if (description.type === 'answer') {
      this.takeAnswer();
    } else {
      this.takeOffer(description);
    }
    this.remoteDescription = description;
    this.become(description.type === 'answer' ? 'stable' : 'have-remote-offer');
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    await Promise.resolve();
    if (!this.remoteDescription) {
      throw new DOMException('There is no remote description.', 'InvalidStateError');
    }
    if (candidate.usernameFragment !== fragmentOf(this.remoteDescription)) {
      throw new DOMException('Unknown fragment.', 'OperationError');
    }
    this.candidates.push(candidate.candidate ?? '');
  }

  restartIce(): void {
    this.restarts++;
    this.restartWanted = true;
    this.checkNegotiation();
  }

  getStats(): Promise<Map<string, object>> {
    return Promise.resolve(this.report);
  }

  close(): void {
    this.closed = true;
    this.signalingState = 'closed';
    this.connectionState = 'closed';
  }

  /** A candidate of the present local description turns up. */
  gather(candidate: string): void {
    const found = {
      candidate,
      usernameFragment: this.localDescription && fragmentOf(this.localDescription),
    };
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: found }));
  }

  connect(connectionState: RTCPeerConnectionState): void {
    this.connectionState = connectionState;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  private takeAnswer(): void {
    if (this.signalingState !== 'have-local-offer') {
      throw new DOMException('Nothing was offered.', 'InvalidStateError');
    }
    this.offered = [];
  }

  private takeOffer(description: RTCSessionDescriptionInit): void {
    if (this.signalingState === 'have-local-offer') {
      this.offered.forEach((transceiver) => (transceiver.mid = null));
      this.offered = [];
    }
    const { kinds } = JSON.parse(description.sdp ?? '') as FakeSdp;
    kinds.forEach((kind, index) => this.associate(kind, String(index)));
  }

  private associate(kind: 'audio' | 'video', mid: string): void {
    if (this.getTransceivers().some((transceiver) => transceiver.mid === mid)) {
      return;
    }
    const transceiver = new FakeTransceiver(kind, null);
    transceiver.mid = mid;
    this.transceivers.push(transceiver);
    const { track } = transceiver.receiver;
    this.dispatchEvent(Object.assign(new Event('track'), { track }));
  }

  private describe(type: RTCSdpType): RTCSessionDescriptionInit {
    const kinds = this.getTransceivers()
      .filter(({ mid }) => mid !== null)
      .map(({ receiver }) => receiver.track.kind);
    const sdp: FakeSdp = { fragment: `fragment ${++fragments}`, kinds };
    return { type, sdp: JSON.stringify(sdp) };
  }

  private become(state: RTCSignalingState): void {
    this.signalingState = state;
    this.dispatchEvent(new Event('signalingstatechange'));
    if (state === 'stable') {
      this.negotiationNeeded = false;
      this.checkNegotiation();
    }
  }

  private checkNegotiation(): void {
    queueMicrotask(() => {
      const isNeeded = this.restartWanted || this.getTransceivers().some(({ mid }) => mid === null);
      const isQuiet = !this.isBusy && this.signalingState === 'stable';
      if (isNeeded && isQuiet && !this.negotiationNeeded) {
        this.negotiationNeeded = true;
        this.dispatchEvent(new Event('negotiationneeded'));
      }
    });
  }

  private refuseWhenClosed(): void {
    if (this.closed) {
      throw new DOMException('The connection is closed.', 'InvalidStateError');
    }
  }
}

function fragmentOf({ sdp }: RTCSessionDescriptionInit): string {
  return (JSON.parse(sdp ?? '') as FakeSdp).fragment;
}

/** The one place where fakes pass for the browser's own classes. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what it passes for is the caller's to say
export function asReal<Real>(fake: object): Real {
  return fake as Real;
}
