import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { WriteAnswer, WriteOrder } from './messages';
import { RecordingWriter } from './RecordingWriter';

/** Answers as told, and remembers what it was told. */
class FakeWorker extends EventTarget {
  readonly orders: string[] = [];
  readonly terminate = vi.fn();
  opens: WriteAnswer = { kind: 'opened' };

  postMessage(order: WriteOrder): void {
    this.orders.push(order.kind === 'write' ? new TextDecoder().decode(order.data) : order.kind);
    if (order.kind === 'open') {
      this.say(this.opens);
    } else if (order.kind === 'close') {
      this.say({ kind: 'closed' });
    }
  }

  say(data: WriteAnswer): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
}

let worker: FakeWorker;
const events = { onTick: vi.fn(), onFailed: vi.fn() };
const open = () => RecordingWriter.open(worker as unknown as Worker, 'one', 60, events);

/** A piece that takes its time to be read. */
function slow(text: string, milliseconds: number): Blob {
  const piece = new Blob([text]);
  const read = piece.arrayBuffer.bind(piece);
  piece.arrayBuffer = async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return read();
  };
  return piece;
}

beforeEach(() => {
  worker = new FakeWorker();
  vi.clearAllMocks();
});

describe('the writer of a recording', () => {
  test('writes pieces in the order in which they came, and all before it closes', async () => {
    const writer = await open();
    writer.write(slow('first', 20));
    writer.write(slow('second', 0));
    await writer.close();
    expect(worker.orders).toEqual(['open', 'first', 'second', 'close']);
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  test('tells when it is time for a picture, and what went wrong', async () => {
    await open();
    worker.say({ kind: 'tick' });
    worker.say({ kind: 'failed', reason: 'QuotaExceededError' });
    await vi.waitFor(() => expect(events.onFailed).toHaveBeenCalledWith('QuotaExceededError'));
    expect(events.onTick).toHaveBeenCalledOnce();
  });

  test('does not open where there is no place', async () => {
    worker.opens = { kind: 'failed', reason: 'no place' };
    await expect(open()).rejects.toThrow('no place');
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  test('closes although a piece cannot be read', async () => {
    const writer = await open();
    const broken = new Blob(['x']);
    broken.arrayBuffer = () => Promise.reject(new Error('gone'));
    writer.write(broken);
    await writer.close();
    expect(worker.orders).toEqual(['open', 'close']);
  });
});
