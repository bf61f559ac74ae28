import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Effect } from './LocalMediaModel';

export interface EffectWishesOptions {
  /** What a person set, for this visit and the next ones. */
  readonly effects: Readonly<Record<Effect, ReadonlySignal<boolean>>>;
  readonly onEffectWanted: (effect: Effect, wanted: boolean) => void;
}

const none: Readonly<Record<Effect, boolean>> = { blur: false, noiseSuppression: false };

/** Which effects there shall be. One that failed is given up by this page alone: what its person set stays for the next visit. */
export class EffectWishes {
  private readonly gaveUp = signal(none);

  constructor(private readonly options: EffectWishesOptions) {}

  readonly wanted = computed<Readonly<Record<Effect, boolean>>>(() => ({
    blur: this.isWanted('blur'),
    noiseSuppression: this.isWanted('noiseSuppression'),
  }));

  /** By the person's own hand: what was given up is tried again. */
  set(effect: Effect, wanted: boolean): void {
    this.options.onEffectWanted(effect, wanted);
    this.gaveUp.value = { ...this.gaveUp.value, [effect]: false };
  }

  giveUp(effect: Effect): void {
    this.gaveUp.value = { ...this.gaveUp.value, [effect]: true };
  }

  private isWanted(effect: Effect): boolean {
    return this.options.effects[effect].value && !this.gaveUp.value[effect];
  }
}
