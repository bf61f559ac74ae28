const rate = 16_000;
const seconds = 0.8;
const notes = [523.25, 659.25];

function sample(index: number): number {
  const time = index / rate;
  const note = notes[time < seconds / 2 ? 0 : 1] ?? 0;
  const within = time % (seconds / 2);
  // Fading in and out keeps the speaker from clicking.
  const envelope = Math.min(1, within / 0.02, (seconds / 2 - within) / 0.1);
  return Math.sin(2 * Math.PI * note * time) * envelope * 0.4;
}

/** Two notes as a WAV file: an audio element can play it on any chosen speaker. */
export function testSound(): Blob {
  const count = Math.round(rate * seconds);
  const view = new DataView(new ArrayBuffer(44 + count * 2));
  const text = (offset: number, value: string) => {
    new Uint8Array(view.buffer).set(new TextEncoder().encode(value), offset);
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + count * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, count * 2, true);
  for (let index = 0; index < count; index++) {
    view.setInt16(44 + index * 2, sample(index) * 0x7fff, true);
  }
  return new Blob([view.buffer], { type: 'audio/wav' });
}
