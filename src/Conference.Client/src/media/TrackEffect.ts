/** Why an effect ended by itself. */
export type EffectTrouble = 'tooSlow' | 'failed';

/**
 * Resolves with the track made from another one, when the effect runs. What goes wrong later is told. Whatever it holds
 * is released when the signal says so, be it before the start or after a failure.
 */
export type StartEffect = (
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
  until: AbortSignal,
) => Promise<MediaStreamTrack>;
