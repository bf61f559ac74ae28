const quietestDecibels = -60;

/** A linear amplitude as 0 to 1 on the scale that ears have: 0 is -60 dB and less, 1 is as loud as it gets. */
export function loudnessOfAmplitude(amplitude: number): number {
  const decibels = 20 * Math.log10(Math.max(amplitude, Number.MIN_VALUE));
  return Math.min(1, Math.max(0, 1 - decibels / quietestDecibels));
}

export function loudness(samples: Float32Array): number {
  const sum = samples.reduce((total, sample) => total + sample * sample, 0);
  return loudnessOfAmplitude(Math.sqrt(sum / samples.length));
}
