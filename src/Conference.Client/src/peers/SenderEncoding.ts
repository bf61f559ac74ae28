import { log } from '../log';
import { hidden, type Encoding } from './uploadPlan';

/** Keeps how one picture is sent as planned, whichever sender sends it. */
export class SenderEncoding {
  private encoding: Encoding = hidden;

  constructor(private readonly sender: () => RTCRtpSender | undefined) {}

  /** For a transceiver that is about to be made. */
  get initial(): RTCRtpEncodingParameters {
    return { ...this.encoding };
  }

  async plan(encoding: Encoding): Promise<void> {
    if (isOther(encoding, this.encoding)) {
      this.encoding = encoding;
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
    Object.assign(encoding, this.encoding);
    Object.assign(parameters, { degradationPreference: preferenceFor(sender.track) });
    try {
      await sender.setParameters(parameters);
    } catch (cause) {
      // The connection closed meanwhile, or a negotiation changed the parameters: the picture stays as it was.
      log.warn('How a picture is sent could not be changed.', cause);
    }
  }
}

/** What is kept when there is too little of something: text has to be read, everything else has to move. */
const preferenceFor = (track: MediaStreamTrack | null) =>
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
