import { log } from '../log';
import { noTracks, type LocalTracks } from './LocalTracks';
import { SenderEncoding } from './SenderEncoding';
import type { ReceiverPlan } from './uploadPlan';

const kinds = ['audio', 'video'] as const;
type Kind = (typeof kinds)[number];

/**
 * The one audio and the one video transceiver of a connection. They are there from the first offer on and stay `sendrecv`, so that
 * turning devices on and off changes a sender's track and never needs a negotiation.
 */
export class Transceivers {
  private readonly transceivers = new Map<Kind, RTCRtpTransceiver>();
  private tracks: LocalTracks = noTracks;
  private readonly camera = new SenderEncoding(
    'maintain-framerate',
    () => this.transceivers.get('video')?.sender,
  );

  constructor(
    private readonly connection: RTCPeerConnection,
    /** Ties picture and sound together, so that the other side plays them in step. */
    private readonly stream: MediaStream,
  ) {}

  /** For the side that offers first. */
  add(): void {
    for (const kind of kinds) {
      const init: RTCRtpTransceiverInit = {
        direction: 'sendrecv',
        streams: [this.stream],
        ...(kind === 'video' && { sendEncodings: [this.camera.initial] }),
      };
      const transceiver = this.connection.addTransceiver(this.tracks[kind] ?? kind, init);
      this.transceivers.set(kind, transceiver);
    }
  }

  /** For the side that answers: takes over what the offer brought, in place of what an own offer that was rolled back had added. */
  async adopt(): Promise<void> {
    for (const transceiver of this.connection.getTransceivers()) {
      if (transceiver.mid === null) {
        transceiver.stop();
      }
    }
    await Promise.all(kinds.map((kind) => this.adoptKind(kind)));
    await this.camera.apply();
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    this.tracks = tracks;
    await Promise.all(kinds.map((kind) => this.attach(kind)));
  }

  plan({ camera }: ReceiverPlan): Promise<void> {
    return this.camera.plan(camera);
  }

  get arePresent(): boolean {
    return this.transceivers.size > 0;
  }

  get audioReceiver(): RTCRtpReceiver | undefined {
    return this.transceivers.get('audio')?.receiver;
  }

  private async adoptKind(kind: Kind): Promise<void> {
    const offered = this.connection
      .getTransceivers()
      .find(({ mid, receiver }) => mid !== null && receiver.track.kind === kind);
    if (offered && offered !== this.transceivers.get(kind)) {
      this.transceivers.set(kind, offered);
      offered.direction = 'sendrecv';
      offered.sender.setStreams(this.stream);
      await this.attach(kind);
    }
  }

  private async attach(kind: Kind): Promise<void> {
    const sender = this.transceivers.get(kind)?.sender;
    const track = this.tracks[kind] ?? null;
    if (!sender || sender.track === track) {
      return;
    }
    try {
      await sender.replaceTrack(track);
    } catch (cause) {
      // The connection closed meanwhile, or the track does not fit without a negotiation: the other side goes on seeing what it saw.
      log.warn(`A ${kind} track could not be attached.`, cause);
    }
  }
}
