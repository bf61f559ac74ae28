import type { FinishAnswer, FinishOrder } from './messages';

/** Makes a file of a recording that can be searched. Rejects when that cannot be: what was recorded is untouched. */
export async function finishRecording(worker: Worker, id: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FinishAnswer>) => {
        if (data.kind === 'finished') {
          resolve();
        } else {
          reject(new Error(data.reason));
        }
      });
      worker.addEventListener('error', () => reject(new Error('The worker failed.')));
      worker.postMessage({ id } satisfies FinishOrder);
    });
  } finally {
    worker.terminate();
  }
}
