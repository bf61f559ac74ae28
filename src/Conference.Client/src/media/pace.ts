import { follow, off, type Hysteresis } from '../hysteresis';

/** A machine that is busy for a moment is not too slow, and one quick moment does not make it fast enough. */
const delays = { rise: 5_000, fall: 2_000 };

/** Fewer pictures a second than this look like a slide show. */
const leastPictures = 15;

/** The least share of time that sound may get: with less it stutters. */
const leastSound = 0.97;

/** How much one picture counts: work takes now longer, now shorter. */
const weight = 0.2;

/** How an effect keeps up. */
export interface Pace {
  /** How long a picture takes, in milliseconds; undefined before the first. */
  readonly usual: number | undefined;
  /** On when it has not kept up for a while. */
  readonly behind: Hysteresis;
}

export const steady: Pace = { usual: undefined, behind: off };

/**
 * One more picture was worked on. It is in time when it was ready before the camera had the next one; of a camera with many pictures a second
 * some may be left out.
 */
export function afterPicture(pace: Pace, took: number, interval: number, now: number): Pace {
  const usual = (pace.usual ?? took) * (1 - weight) + took * weight;
  const limit = Math.max(interval, 1_000 / leastPictures);
  return { usual, behind: follow(pace.behind, usual > limit, now, delays) };
}

/** So much sound was worked on in so much time. */
export function afterSound(pace: Pace, sound: number, time: number, now: number): Pace {
  return { ...pace, behind: follow(pace.behind, sound < time * leastSound, now, delays) };
}
