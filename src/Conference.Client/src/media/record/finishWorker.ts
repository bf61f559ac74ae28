import {
  BlobSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Output,
  StreamTarget,
  WEBM,
  WebMOutputFormat,
  type EncodedPacket,
  type InputAudioTrack,
  type InputVideoTrack,
  type StreamTargetChunk,
} from 'mediabunny';
import { openPart, parts, readPart } from './folders';
import type { FinishAnswer, FinishOrder } from './messages';
import { writeAll } from './writeAll';

// What a browser records has neither a length nor an index, so no player can jump in it. The same pictures and sounds are put into a new
// file that has both; nothing is encoded anew.

const answer = (message: FinishAnswer) => self.postMessage(message);

self.addEventListener('message', ({ data: { id } }: MessageEvent<FinishOrder>) => {
  finish(id).then(
    () => answer({ kind: 'finished' }),
    (cause: unknown) => answer({ kind: 'failed', reason: String(cause) }),
  );
});

async function finish(id: string): Promise<void> {
  const source = new BlobSource(await readPart(id, parts.raw));
  const file = await openPart(id, parts.finished);
  try {
    file.truncate(0);
    await copy(new Input({ formats: [WEBM], source }), targetOf(file));
    file.flush();
  } finally {
    file.close();
  }
}

function targetOf(file: FileSystemSyncAccessHandle): StreamTarget {
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => writeAll(file, data, position),
  });
  return new StreamTarget(writable, { chunked: true });
}

interface Copier {
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>;
  readonly add: (packet: EncodedPacket) => Promise<void>;
}

async function copy(input: Input, target: StreamTarget): Promise<void> {
  const output = new Output({ format: new WebMOutputFormat(), target });
  const copiers: Copier[] = [];
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (video) {
    copiers.push(await copyVideo(video, output));
  }
  if (audio) {
    copiers.push(await copyAudio(audio, output));
  }
  await output.start();
  await copyInOrder(copiers);
  await output.finalize();
}

async function copyVideo(track: InputVideoTrack, output: Output): Promise<Copier> {
  const source = new EncodedVideoPacketSource(known(await track.getCodec()));
  output.addVideoTrack(source);
  const decoderConfig = known(await track.getDecoderConfig());
  return {
    packets: new EncodedPacketSink(track).packets(),
    add: (packet) => source.add(packet, { decoderConfig }),
  };
}

async function copyAudio(track: InputAudioTrack, output: Output): Promise<Copier> {
  const source = new EncodedAudioPacketSource(known(await track.getCodec()));
  output.addAudioTrack(source);
  const decoderConfig = known(await track.getDecoderConfig());
  return {
    packets: new EncodedPacketSink(track).packets(),
    add: (packet) => source.add(packet, { decoderConfig }),
  };
}

function known<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('The recording is of a kind that is not known.');
  }
  return value;
}

/** Picture and sound side by side, as they were. */
async function copyInOrder(copiers: readonly Copier[]): Promise<void> {
  const next = new Map<Copier, EncodedPacket>();
  const advance = async (copier: Copier) => {
    const { value } = await copier.packets.next();
    if (value) {
      next.set(copier, value);
    } else {
      next.delete(copier);
    }
  };
  for (const copier of copiers) {
    await advance(copier);
  }
  for (let first = earliest(next); first; first = earliest(next)) {
    await first.copier.add(first.packet);
    await advance(first.copier);
  }
}

function earliest(next: ReadonlyMap<Copier, EncodedPacket>) {
  const [first, ...others] = [...next].map(([copier, packet]) => ({ copier, packet }));
  return others.reduce(
    (best, one) => (best && best.packet.timestamp <= one.packet.timestamp ? best : one),
    first,
  );
}
