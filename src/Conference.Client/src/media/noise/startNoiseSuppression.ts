import { RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';
import wasmUrl from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url';
import workletUrl from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url';
import { afterSound, steady } from '../pace';
import type { EffectTrouble } from '../TrackEffect';

/** The one rate that the model knows. */
const sampleRate = 48_000;
const lookEvery = 1_000;

/** A microphone's sound without its noise, on this device. The plain sound goes on until this resolves. */
export async function startNoiseSuppression(
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
  until: AbortSignal,
): Promise<MediaStreamTrack> {
  // It may have been turned off while this script was fetched.
  until.throwIfAborted();
  const context = new AudioContext({ sampleRate });
  until.addEventListener('abort', () => void context.close());
  const [wasmBinary] = await Promise.all([
    bytesOf(wasmUrl, until),
    context.audioWorklet.addModule(workletUrl),
  ]);
  await context.resume();
  until.throwIfAborted();
  const node = new RnnoiseWorkletNode(context, { wasmBinary, maxChannels: 1 });
  until.addEventListener('abort', () => node.destroy());
  node.addEventListener('processorerror', () => onTrouble('failed'), { signal: until });
  const track = connect(context, node, source);
  until.addEventListener('abort', () => track.stop());
  watch(context, onTrouble, until);
  return track;
}

async function bytesOf(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw new Error(`A part of the noise suppression was answered with ${response.status}.`);
  }
  return response.arrayBuffer();
}

function connect(
  context: AudioContext,
  node: RnnoiseWorkletNode,
  source: MediaStreamTrack,
): MediaStreamTrack {
  const output = context.createMediaStreamDestination();
  context
    .createMediaStreamSource(new MediaStream([source]))
    .connect(node)
    .connect(output);
  const [track] = output.stream.getAudioTracks();
  if (!track) {
    throw new Error('This browser makes no track of sound.');
  }
  return track;
}

/** The clock of sound that is made too slowly goes slow; one that stands still makes none. */
function watch(
  context: AudioContext,
  onTrouble: (trouble: EffectTrouble) => void,
  until: AbortSignal,
): void {
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
  until.addEventListener('abort', () => clearInterval(timer));
}
