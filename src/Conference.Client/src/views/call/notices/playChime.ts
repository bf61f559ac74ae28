export type Chime = 'joined' | 'left';

/** Frequencies of the two notes: up for who comes, down for who goes. */
const notes: Readonly<Record<Chime, readonly [number, number]>> = {
  joined: [523, 784],
  left: [784, 523],
};

const loudness = 0.04;
const seconds = 0.12;
const atMostEvery = 500;
let lastAt = -Infinity;

/**
 * Two soft notes, made here so that nothing is fetched in the middle of a call. A crowd is heard as one: the browser has sound for so many
 * at a time, and that of the call is among them.
 */
export function playChime(chime: Chime): void {
  const now = performance.now();
  if (now - lastAt < atMostEvery) {
    return;
  }
  lastAt = now;
  const context = new AudioContext();
  const volume = new GainNode(context, { gain: 0 });
  volume.connect(context.destination);
  notes[chime].forEach((frequency, index) => {
    const start = context.currentTime + index * seconds;
    const note = new OscillatorNode(context, { frequency });
    note.connect(volume);
    note.start(start);
    note.stop(start + seconds);
  });
  const end = context.currentTime + 2 * seconds;
  volume.gain.setTargetAtTime(loudness, context.currentTime, 0.01);
  volume.gain.setTargetAtTime(0, end - 0.05, 0.015);
  const silence = new ConstantSourceNode(context, { offset: 0 });
  silence.connect(volume);
  silence.start();
  silence.stop(end + 0.05);
  silence.addEventListener('ended', () => void context.close());
}
