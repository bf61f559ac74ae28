import { log } from '../../log';
import { afterPicture, steady } from '../pace';
import type { EffectTrouble, TrackEffect } from '../TrackEffect';
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
): Promise<TrackEffect> {
  const worker = openWorker();
  try {
    await untilReady(worker);
  } catch (cause) {
    worker.terminate();
    throw cause;
  }
  watch(worker, source, onTrouble);
  const pictures = canStream() ? pipePictures(source, worker) : await passPictures(source, worker);
  return {
    track: pictures.track,
    close: () => {
      worker.terminate();
      pictures.close();
    },
  };
}

function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const fail = (reason: string) => {
      settled.abort();
      reject(new Error(reason));
    };
    const timer = setTimeout(() => fail('The blur did not load in time.'), patience);
    settled.signal.addEventListener('abort', () => clearTimeout(timer));
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<BlurAnswer>) => {
        settled.abort();
        if (data.kind === 'failed') {
          reject(new Error(data.reason));
        } else {
          resolve();
        }
      },
      { signal: settled.signal },
    );
    worker.addEventListener('error', () => fail('The blur cannot be loaded.'), {
      signal: settled.signal,
    });
  });
}

/** Tells when a picture cannot be blurred, or the next one waits for too long. */
function watch(
  worker: Worker,
  source: MediaStreamTrack,
  onTrouble: (trouble: EffectTrouble) => void,
): void {
  const interval = 1_000 / (source.getSettings().frameRate ?? usualRate);
  let pace = steady;
  worker.addEventListener('message', ({ data }: MessageEvent<BlurAnswer>) => {
    if (data.kind === 'failed') {
      log.warn('A picture could not be blurred.', data.reason);
      onTrouble('failed');
    } else if (data.kind === 'blurred') {
      pace = afterPicture(pace, data.took, interval, performance.now());
      if (pace.behind.on) {
        onTrouble('tooSlow');
      }
    }
  });
  worker.addEventListener('error', () => onTrouble('failed'));
}
