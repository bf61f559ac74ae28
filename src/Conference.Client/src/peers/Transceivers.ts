import { log } from '../log';
import { noTracks, type LocalTracks, type TrackRole } from './LocalTracks';
import { SenderEncoding } from './SenderEncoding';
import type { ReceiverPlan } from './uploadPlan';

/** In the order of their lines in every description: that order alone tells what a line is for. */
const roles = [
  ['audio', 'audio'],
  ['video', 'video'],
  ['screen', 'video'],
  ['screenAudio', 'audio'],
] as const satisfies readonly (readonly [TrackRole, 'audio' | 'video'])[];

/** As many lines as an offer may have: one for each role, one for data. */
export const lineLimit = roles.length + 1;

/**
 * The four transceivers of a connection: sound, camera, screen, and the screen's sound. They are there from the first offer on and stay
 * `sendrecv`, so that turning devices on and off, or sharing a screen, changes a sender's track and never needs a negotiation.
 */
export class Transceivers {
  private readonly transceivers = new Map<TrackRole, RTCRtpTransceiver>();
  private tracks: LocalTracks = noTracks;
  private readonly encodings = {
    video: new SenderEncoding(() => this.transceivers.get('video')?.sender),
    screen: new SenderEncoding(() => this.transceivers.get('screen')?.sender),
  };

  constructor(
    private readonly connection: RTCPeerConnection,
    /** Ties picture and sound together, so that the other side plays them in step. */
    private readonly stream: MediaStream,
    private readonly screenStream: MediaStream,
  ) {}

  /** For the side that offers first. */
  add(): void {
    for (const [role, kind] of roles) {
      const encoding = role === 'video' || role === 'screen' ? this.encodings[role] : undefined;
      const transceiver = this.connection.addTransceiver(this.tracks[role] ?? kind, {
        direction: 'sendrecv',
        streams: [this.streamOf(role)],
        ...(encoding && { sendEncodings: [encoding.initial] }),
      });
      this.transceivers.set(role, transceiver);
    }
  }

  /** For the side that answers: takes over what the offer brought, in place of what an own offer that was rolled back had added. */
  async adopt(): Promise<void> {
    for (const transceiver of this.connection.getTransceivers()) {
      if (transceiver.mid === null) {
        transceiver.stop();
      }
    }
    await Promise.all(roles.map(([role]) => this.adoptRole(role)));
    await Promise.all([this.encodings.video.apply(), this.encodings.screen.apply()]);
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    this.tracks = tracks;
    await Promise.all(roles.map(([role]) => this.attach(role)));
    await this.encodings.screen.followTrack();
  }

  async plan({ camera, screen }: ReceiverPlan): Promise<void> {
    await Promise.all([this.encodings.video.plan(camera), this.encodings.screen.plan(screen)]);
  }

  get arePresent(): boolean {
    return this.transceivers.size > 0;
  }

  get audioReceiver(): RTCRtpReceiver | undefined {
    return this.transceivers.get('audio')?.receiver;
  }

  /** What a track of the other side is for; undefined for one that has no place. */
  roleOf(track: MediaStreamTrack): TrackRole | undefined {
    const index = this.offered().findIndex(({ receiver }) => receiver.track === track);
    const [role, kind] = roles[index] ?? [];
    return kind === track.kind ? role : undefined;
  }

  /** Those that have a line, in its order: each was made for its line, or given the next free one in the order it was added. */
  private offered(): readonly RTCRtpTransceiver[] {
    return this.connection.getTransceivers().filter(({ mid }) => mid !== null);
  }

  private async adoptRole(role: TrackRole): Promise<void> {
    const offered = this.offered().find(({ receiver }) => this.roleOf(receiver.track) === role);
    if (offered && offered !== this.transceivers.get(role)) {
      this.transceivers.set(role, offered);
      offered.direction = 'sendrecv';
      offered.sender.setStreams(this.streamOf(role));
      await this.attach(role);
    }
  }

  private streamOf(role: TrackRole): MediaStream {
    return role === 'screen' || role === 'screenAudio' ? this.screenStream : this.stream;
  }

  private async attach(role: TrackRole): Promise<void> {
    const sender = this.transceivers.get(role)?.sender;
    const track = this.tracks[role] ?? null;
    if (!sender || sender.track === track) {
      return;
    }
    try {
      await sender.replaceTrack(track);
    } catch (cause) {
      // The connection closed meanwhile, or the track does not fit without a negotiation: the other side goes on seeing what it saw.
      log.warn(`A ${role} track could not be attached.`, cause);
    }
  }
}
