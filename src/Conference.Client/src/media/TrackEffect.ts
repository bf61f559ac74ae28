/** Why an effect ended by itself. */
export type EffectTrouble = 'tooSlow' | 'failed';

/** A track made from another one, until it is closed. */
export interface TrackEffect {
  readonly track: MediaStreamTrack;
  close(): void;
}

/** Resolves when the effect runs. What goes wrong later is told once. */
export type StartEffect = (
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
) => Promise<TrackEffect>;
