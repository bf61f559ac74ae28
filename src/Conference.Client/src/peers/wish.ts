/** How a receiver shows one picture that is sent to it, in pixels of its screen. */
export interface PictureWish {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** The receiver pinned it. */
  readonly pinned: boolean;
  /** Who is in it speaks. */
  readonly speaking: boolean;
}

/** What a receiver shows of what one participant sends; what is absent is hidden, and need not be sent. */
export interface Wish {
  readonly camera?: PictureWish | undefined;
  readonly screen?: PictureWish | undefined;
}

const sizes = { least: 16, most: 4_096 };
const frameRates = { least: 1, most: 30 };

/** Reads what a participant wishes; undefined when it is no wish. Whatever it asks for, what comes out is within bounds. */
export function readWish(read: unknown): Wish | undefined {
  return isObject(read)
    ? { camera: readPicture(read['camera']), screen: readPicture(read['screen']) }
    : undefined;
}

function readPicture(read: unknown): PictureWish | undefined {
  if (!isObject(read)) {
    return undefined;
  }
  const { width, height, frameRate, pinned, speaking } = read;
  if (!isFinite(width) || !isFinite(height) || !isFinite(frameRate)) {
    return undefined;
  }
  return {
    width: within(width, sizes),
    height: within(height, sizes),
    frameRate: within(frameRate, frameRates),
    pinned: pinned === true,
    speaking: speaking === true,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFinite = (value: unknown): value is number => Number.isFinite(value);

const within = (
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
) => Math.round(Math.min(most, Math.max(least, value)));
