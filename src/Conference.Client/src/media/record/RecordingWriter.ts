import type { WriteAnswer, WriteOrder } from './messages';

export interface WriterEvents {
  /** It is time for the next picture. */
  readonly onTick: () => void;
  /** What comes from now on is lost. */
  readonly onFailed: (reason: string) => void;
}

/** Hands pieces of a recording to the worker that writes them, in the order in which they came. */
export class RecordingWriter {
  private queue = Promise.resolve();

  private constructor(
    private readonly worker: Worker,
    events: WriterEvents,
  ) {
    worker.addEventListener('message', ({ data }: MessageEvent<WriteAnswer>) => {
      if (data.kind === 'tick') {
        events.onTick();
      } else if (data.kind === 'failed') {
        events.onFailed(data.reason);
      }
    });
    worker.addEventListener('error', () => events.onFailed('The worker failed.'));
  }

  static async open(
    worker: Worker,
    id: string,
    interval: number,
    events: WriterEvents,
  ): Promise<RecordingWriter> {
    const opened = answerOf(worker, 'opened');
    send(worker, { kind: 'open', id, interval });
    try {
      await opened;
    } catch (cause) {
      worker.terminate();
      throw cause;
    }
    return new RecordingWriter(worker, events);
  }

  write(piece: Blob): void {
    this.queue = this.queue.then(async () => {
      const data = await piece.arrayBuffer();
      send(this.worker, { kind: 'write', data }, [data]);
    });
  }

  /** Resolves when all is written, or cannot be. */
  async close(): Promise<void> {
    await this.queue.catch(() => undefined);
    const closed = answerOf(this.worker, 'closed').catch(() => undefined);
    send(this.worker, { kind: 'close' });
    await closed;
    this.worker.terminate();
  }
}

function send(worker: Worker, order: WriteOrder, transfer: Transferable[] = []): void {
  worker.postMessage(order, transfer);
}

function answerOf(worker: Worker, kind: WriteAnswer['kind']): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  return new Promise<void>((resolve, reject) => {
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<WriteAnswer>) => {
        if (data.kind === kind) {
          resolve();
        } else if (data.kind === 'failed' && kind === 'opened') {
          reject(new Error(data.reason));
        }
      },
      { signal },
    );
    worker.addEventListener('error', () => reject(new Error('The worker failed.')), { signal });
  }).finally(() => settled.abort());
}
