import { follow, off, type Hysteresis } from '../hysteresis';

export type Quality = 'good' | 'fair' | 'poor';

export interface PathFigures {
  /** Share of packets that did not arrive, 0 to 1. */
  readonly loss: number;
  /** Round trip in milliseconds. */
  readonly delay: number;
}

/** Packets counted since the connection began. */
export interface PacketCount {
  readonly received: number;
  readonly lost: number;
}

const notGoodDelays = { rise: 3_000, fall: 1_000 };

export function rateQuality({ loss, delay }: PathFigures): Quality {
  if (loss < 0.02 && delay < 200) {
    return 'good';
  }
  return loss < 0.08 && delay < 400 ? 'fair' : 'poor';
}

export function lossBetween(before: PacketCount, after: PacketCount): number {
  const lost = Math.max(0, after.lost - before.lost);
  const expected = lost + Math.max(0, after.received - before.received);
  return expected === 0 ? 0 : lost / expected;
}

export interface SteadyQuality {
  readonly shown: Quality;
  readonly notGood: Hysteresis;
}

export const steadilyGood: SteadyQuality = { shown: 'good', notGood: off };

/** Shows a connection as worse than good only when it has been so for a while. */
export function steady(state: SteadyQuality, measured: Quality, now: number): SteadyQuality {
  const notGood = follow(state.notGood, measured !== 'good', now, notGoodDelays);
  if (!notGood.on) {
    return { shown: 'good', notGood };
  }
  return { shown: measured === 'good' ? 'fair' : measured, notGood };
}
