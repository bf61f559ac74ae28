import { RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';
import wasmUrl from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url';
import workletUrl from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url';
import { afterSound, steady } from '../pace';
import type { EffectTrouble, TrackEffect } from '../TrackEffect';

/** The one rate that the model knows. */
const sampleRate = 48_000;
const lookEvery = 1_000;

/** A microphone's sound without its noise, on this device. The plain sound goes on until this resolves. */
export async function startNoiseSuppression(
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
): Promise<TrackEffect> {
  const context = new AudioContext({ sampleRate });
  try {
    const [wasmBinary] = await Promise.all([
      bytesOf(wasmUrl),
      context.audioWorklet.addModule(workletUrl),
    ]);
    await context.resume();
    return suppress(context, wasmBinary, source, onTrouble);
  } catch (cause) {
    await context.close();
    throw cause;
  }
}

async function bytesOf(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`A part of the noise suppression was answered with ${response.status}.`);
  }
  return response.arrayBuffer();
}

function suppress(
  context: AudioContext,
  wasmBinary: ArrayBuffer,
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
): TrackEffect {
  const node = new RnnoiseWorkletNode(context, { wasmBinary, maxChannels: 1 });
  const output = context.createMediaStreamDestination();
  context
    .createMediaStreamSource(new MediaStream([source]))
    .connect(node)
    .connect(output);
  const [track] = output.stream.getAudioTracks();
  if (!track) {
    throw new Error('This browser makes no track of sound.');
  }
  node.addEventListener('processorerror', () => onTrouble('failed'));
  const stop = watch(context, onTrouble);
  return {
    track,
    close: () => {
      stop();
      track.stop();
      node.destroy();
      void context.close();
    },
  };
}

/** The clock of sound that is made too slowly goes slow; one that stands still makes none. */
function watch(context: AudioContext, onTrouble: (trouble: EffectTrouble) => void): () => void {
  let pace = steady;
  let last = { sound: context.currentTime, time: performance.now() };
  const timer = setInterval(() => {
    const now = { sound: context.currentTime, time: performance.now() };
    const sound = (now.sound - last.sound) * 1_000;
    pace = afterSound(pace, sound, now.time - last.time, now.time);
    last = now;
    if (pace.behind.on) {
      onTrouble('tooSlow');
    }
  }, lookEvery);
  return () => clearInterval(timer);
}
