import { openPart, parts } from './folders';
import type { WriteAnswer, WriteOrder } from './messages';
import { writeAll } from './writeAll';

// A worker of its own: only workers write to the disk at once, and the clock of a hidden page stands nearly still.

interface Open {
  readonly file: FileSystemSyncAccessHandle;
  readonly timer: ReturnType<typeof setInterval>;
}

let current: Open | undefined;
let length = 0;
let hasFailed = false;

const answer = (message: WriteAnswer) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<WriteOrder>) => {
  obey(data).catch((cause: unknown) => answer({ kind: 'failed', reason: String(cause) }));
});

async function obey(order: WriteOrder): Promise<void> {
  switch (order.kind) {
    case 'open':
      current = {
        file: await openPart(order.id, parts.raw),
        timer: setInterval(() => answer({ kind: 'tick' }), order.interval),
      };
      answer({ kind: 'opened' });
      break;
    case 'write':
      write(order.data);
      break;
    case 'close':
      close();
      answer({ kind: 'closed' });
      break;
  }
}

/** On the disk before the next piece comes: what a crash takes is what has not come yet. After a gap nothing would be of use. */
function write(data: ArrayBuffer): void {
  if (current && !hasFailed) {
    hasFailed = true;
    writeAll(current.file, new Uint8Array(data), length);
    length += data.byteLength;
    current.file.flush();
    hasFailed = false;
  }
}

function close(): void {
  clearInterval(current?.timer);
  current?.file.close();
  current = undefined;
}
