import { log } from '../../log';
import { afterPicture, steady } from '../pace';
import type { EffectTrouble } from '../TrackEffect';
import type { BlurAnswer } from './messages';
import { openWorker } from './openWorker';
import { canStream, pipePictures } from './pipePictures';
import { passPictures } from './passPictures';

/** Longer than the slowest network and machine on which blur would be of use. */
const patience = 30_000;

const usualRate = 30;

/** A camera's picture with what is behind people blurred, on this device. */
export async function startBlur(
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
  until: AbortSignal,
): Promise<MediaStreamTrack> {
  // It may have been turned off while this script was fetched.
  until.throwIfAborted();
  const worker = openWorker();
  until.addEventListener('abort', () => worker.terminate());
  await untilReady(worker, until);
  watch(worker, source, onTrouble, until);
  return canStream() ? pipePictures(source, worker, until) : passPictures(source, worker, until);
}

function untilReady(worker: Worker, until: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const { signal } = settled;
    const settle = (reason?: string) => {
      settled.abort();
      if (reason === undefined) {
        resolve();
      } else {
        reject(new Error(reason));
      }
    };
    const timer = setTimeout(() => settle('The blur did not load in time.'), patience);
    signal.addEventListener('abort', () => clearTimeout(timer));
    until.addEventListener('abort', () => settle('The blur is not wanted any more.'), { signal });
    worker.addEventListener('error', () => settle('The blur cannot be loaded.'), { signal });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<BlurAnswer>) =>
        settle(data.kind === 'failed' ? data.reason : undefined),
      { signal },
    );
  });
}

/** Tells when a picture cannot be blurred, or the next one waits for too long. */
function watch(
  worker: Worker,
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
  signal: AbortSignal,
): void {
  const interval = 1_000 / (source.getSettings().frameRate ?? usualRate);
  let pace = steady;
  const hear = ({ data }: MessageEvent<BlurAnswer>) => {
    if (data.kind === 'failed') {
      log.warn('A picture could not be blurred.', data.reason);
      onTrouble('failed');
    } else if (data.kind === 'blurred') {
      pace = afterPicture(pace, data.took, interval, performance.now());
      if (pace.behind.on) {
        onTrouble('tooSlow');
      }
    }
  };
  worker.addEventListener('message', hear, { signal });
  worker.addEventListener('error', () => onTrouble('failed'), { signal });
}
