import { log } from '../log';
import { hidden, type Encoding } from './uploadPlan';

/** Newer than the types. */
type DegradationPreference = 'maintain-framerate' | 'maintain-resolution';

/** Keeps how one picture is sent as planned, whichever sender sends it. */
export class SenderEncoding {
  private encoding: Encoding = hidden;
  private preference: DegradationPreference | undefined;
  private failed = false;

  constructor(private readonly sender: () => RTCRtpSender | undefined) {}

  /** For a transceiver that is about to be made. */
  get initial(): RTCRtpEncodingParameters {
    return { ...this.encoding };
  }

  async plan(encoding: Encoding): Promise<void> {
    if (this.failed || isOther(encoding, this.encoding)) {
      this.encoding = encoding;
      await this.apply();
    }
  }

  /** Another track may be sent, or the same one be meant in another way. */
  async followTrack(): Promise<void> {
    const track = this.sender()?.track;
    if (track && preferenceFor(track) !== this.preference) {
      await this.apply();
    }
  }

  async apply(): Promise<void> {
    const sender = this.sender();
    const parameters = sender?.getParameters();
    const encoding = parameters?.encodings[0];
    if (!sender || !parameters || !encoding) {
      return;
    }
    this.preference = preferenceFor(sender.track);
    Object.assign(encoding, this.encoding);
    Object.assign(parameters, { degradationPreference: this.preference });
    try {
      await sender.setParameters(parameters);
      this.failed = false;
    } catch (cause) {
      // A negotiation changed the parameters meanwhile: the picture stays as it was until the next plan.
      if (!this.failed) {
        log.warn('How a picture is sent could not be changed.', cause);
      }
      this.failed = true;
    }
  }
}

/** What is kept when there is too little of something: text has to be read, everything else has to move. */
const preferenceFor = (track: MediaStreamTrack | null): DegradationPreference =>
  track?.contentHint === 'detail' || track?.contentHint === 'text'
    ? 'maintain-resolution'
    : 'maintain-framerate';

const unnoticed = 0.1;

/** An encoder that is set anew for next to nothing would only lose time. */
function isOther(one: Encoding, former: Encoding): boolean {
  return (
    one.active !== former.active ||
    one.priority !== former.priority ||
    one.maxFramerate !== former.maxFramerate ||
    one.scaleResolutionDownBy !== former.scaleResolutionDownBy ||
    Math.abs(one.maxBitrate - former.maxBitrate) > former.maxBitrate * unnoticed
  );
}
