import type { PictureWish, Wish } from './wish';

/** How one picture is sent to one receiver; the names are those of `RTCRtpEncodingParameters`. */
export interface Encoding {
  readonly active: boolean;
  readonly maxBitrate: number;
  readonly maxFramerate: number;
  readonly scaleResolutionDownBy: number;
  readonly priority: RTCPriorityType;
}

/** A picture that is there to be sent. */
export interface PictureSource {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
}

export interface UploadDemand {
  /** Bits a second, for everything to everybody. */
  readonly upload: number;
  /** Pixels a second that this machine may encode, for everybody. */
  readonly pixelRate: number;
  /** Pictures a second of one source that this machine may encode for each. */
  readonly frameRate: number;
  readonly camera: PictureSource | undefined;
  readonly screen: PictureSource | undefined;
  /** By participant id. */
  readonly wishes: ReadonlyMap<string, Wish>;
}

export interface ReceiverPlan {
  readonly camera: Encoding;
  readonly screen: Encoding;
}

type Kind = keyof ReceiverPlan;

interface Picture {
  readonly id: string;
  readonly kind: Kind;
  readonly wish: PictureWish;
  readonly source: PictureSource;
  readonly weight: number;
  /** What its receiver has use for. */
  readonly pixels: number;
  readonly frameRate: number;
}

/** A voice in good quality with all that is sent around it. Sound comes first: it is set aside before any picture gets something. */
export const soundBitrate = 56_000;
/** What is sent along with every picture: headers, what got lost again, reports. */
const overhead = 1.12;
const largeHeight = 300;
const weights = { foremost: 6, large: 2, small: 1 };
const leastPixels = 160 * 90;
const leastFrameRate = 5;
const frameRates = [leastFrameRate, 8, 10, 12, 15, 16, 20, 24, 30];
const leastBitrate = 24_000;
/** A picture may be this much more than its share, so that the next smaller size is taken only when it fits better. */
const tolerance = 1.5;
/** Few sizes: a picture that changes its size by little gains nothing by it. */
const scales = [1, 4 / 3, 2, 8 / 3, 4, 16 / 3, 8];

export const hidden: Encoding = {
  active: false,
  maxBitrate: leastBitrate,
  maxFramerate: leastFrameRate,
  scaleResolutionDownBy: 8,
  priority: 'low',
};

const nothing: ReceiverPlan = { camera: hidden, screen: hidden };

/**
 * Shares one upload and one machine between all pictures: sound is set aside first, then every picture gets what its receiver has use for, or,
 * where there is not enough, its share by weight: who is pinned or speaks and screens, then large tiles, then small ones. Hidden ones get nothing.
 */
export function planUpload(demand: UploadDemand): ReadonlyMap<string, ReceiverPlan> {
  const pictures = picturesOf(demand);
  const rates = share(pictures, demand.pixelRate, ({ pixels, frameRate }) => pixels * frameRate);
  const upload = Math.max(0, demand.upload - demand.wishes.size * soundBitrate) / overhead;
  const bits = share(pictures, upload, (picture) => bitrateFor(rates.get(picture) ?? 0));
  const plans = new Map<string, ReceiverPlan>([...demand.wishes.keys()].map((id) => [id, nothing]));
  for (const picture of pictures) {
    const encoding = encode(picture, rates.get(picture) ?? 0, bits.get(picture) ?? 0);
    plans.set(picture.id, { ...(plans.get(picture.id) ?? nothing), [picture.kind]: encoding });
  }
  return plans;
}

function picturesOf({ wishes, camera, screen, frameRate }: UploadDemand): readonly Picture[] {
  const slow = (source: PictureSource | undefined) =>
    source && { ...source, frameRate: Math.min(source.frameRate, frameRate) };
  return [...wishes].flatMap(([id, wish]) => [
    ...pictureOf(id, 'camera', wish.camera, slow(camera)),
    ...pictureOf(id, 'screen', wish.screen, slow(screen)),
  ]);
}

function pictureOf(
  id: string,
  kind: Kind,
  wish: PictureWish | undefined,
  source: PictureSource | undefined,
): readonly Picture[] {
  if (!wish || !source) {
    return [];
  }
  const own = source.width * source.height;
  const pixels = Math.min(own, Math.max(leastPixels, wish.width * wish.height));
  const frameRate = Math.max(leastFrameRate, Math.min(wish.frameRate, source.frameRate));
  return [{ id, kind, wish, source, weight: weightOf(wish, kind), pixels, frameRate }];
}

function weightOf({ pinned, speaking, height }: PictureWish, kind: Kind): number {
  const isShownScreen = kind === 'screen' && height >= largeHeight;
  if (pinned || speaking || isShownScreen) {
    return weights.foremost;
  }
  return height >= largeHeight ? weights.large : weights.small;
}

/** By weight; what one has no use for is shared among the others. */
function share(
  pictures: readonly Picture[],
  whole: number,
  needOf: (picture: Picture) => number,
): ReadonlyMap<Picture, number> {
  const shares = new Map<Picture, number>();
  let rest = whole;
  let open = [...pictures];
  while (open.length > 0) {
    const each = rest / open.reduce((sum, { weight }) => sum + weight, 0);
    const content = open.filter((picture) => needOf(picture) <= each * picture.weight);
    const settled = content.length > 0 ? content : open;
    for (const picture of settled) {
      shares.set(picture, Math.min(needOf(picture), each * picture.weight));
    }
    rest -= settled.reduce((sum, picture) => sum + (shares.get(picture) ?? 0), 0);
    open = open.filter((picture) => !shares.has(picture));
  }
  return shares;
}

const referencePixelRate = 320 * 180 * 15;
const referenceBitrate = 150_000;
/** Large pictures need less for each of their pixels. */
const exponent = 0.664;

/** What a picture of so many pixels a second needs to look good. */
function bitrateFor(pixelRate: number): number {
  return referenceBitrate * (pixelRate / referencePixelRate) ** exponent;
}

function pixelRateFor(bitrate: number): number {
  return referencePixelRate * (bitrate / referenceBitrate) ** (1 / exponent);
}

/** Too little makes a picture smaller first, and slower only when it is as small as can be. */
function encode(picture: Picture, pixelRate: number, bitrate: number): Encoding {
  if (bitrate < leastBitrate) {
    return hidden;
  }
  const rate = Math.min(pixelRate, pixelRateFor(bitrate));
  const scale = scaleFor(picture, rate / picture.frameRate);
  const pixels = (picture.source.width * picture.source.height) / scale ** 2;
  const frameRate = Math.min(picture.frameRate, (rate * tolerance) / pixels);
  return {
    active: true,
    maxBitrate: Math.round(bitrate),
    maxFramerate: frameRates.findLast((one) => one <= frameRate) ?? leastFrameRate,
    scaleResolutionDownBy: scale,
    priority: picture.weight === weights.foremost ? 'medium' : 'low',
  };
}

/** The least that is small enough, and not smaller than can be recognised. */
function scaleFor({ source, kind }: Picture, wanted: number): number {
  const own = source.width * source.height;
  const most = kind === 'screen' ? 2 : Math.max(1, Math.sqrt(own / leastPixels));
  const fitting = scales.find((scale) => own / scale ** 2 <= wanted * tolerance) ?? 8;
  return Math.min(fitting, most);
}
