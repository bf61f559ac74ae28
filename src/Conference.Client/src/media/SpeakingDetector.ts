import { signal } from '@preact/signals-core';
import { follow, off, type Hysteresis } from '../hysteresis';

/** Speech is what is louder than this, on the scale of `loudness`: -42 dB. */
const threshold = 0.3;
const delays = { rise: 150, fall: 600 };

/** Tells speech from silence, without flicker between words. */
export class SpeakingDetector {
  readonly speaking = signal(false);
  private state: Hysteresis = off;

  listen(level: number, now: number): void {
    this.state = follow(this.state, level > threshold, now, delays);
    this.speaking.value = this.state.on;
  }
}
