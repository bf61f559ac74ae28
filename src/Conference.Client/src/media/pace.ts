import { follow, off, type Hysteresis } from '../hysteresis';

/** A machine that is busy for a moment is not too slow, and one quick moment does not make it fast enough. */
const delays = { rise: 5_000, fall: 2_000 };

/** Fewer pictures a second than this look like a slide show. */
const leastPictures = 15;

/** The least share of time that sound may get: with less it stutters. */
const leastSound = 0.97;

/** How an effect keeps up: `on` when it has not for a while. */
export type Pace = Hysteresis;

export const steady: Pace = off;

/**
 * One more picture was worked on. It is in time when it was ready before the camera had the next one; of a camera with many pictures a second
 * some may be left out.
 */
export function afterPicture(pace: Pace, took: number, interval: number, now: number): Pace {
  const limit = Math.max(interval, 1_000 / leastPictures);
  return follow(pace, took > limit, now, delays);
}

/** So much sound was worked on in so much time. */
export function afterSound(pace: Pace, sound: number, time: number, now: number): Pace {
  return follow(pace, sound < time * leastSound, now, delays);
}
