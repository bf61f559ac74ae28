import { expect, test, vi } from 'vitest';
import { SoundMix, type MixParts } from './SoundMix';

function someParts() {
  const heard = new Set<string>();
  const target = { stream: { getAudioTracks: () => [{ stop: vi.fn() }] } };
  const context = {
    createMediaStreamDestination: () => target,
    createMediaStreamSource: vi.fn((id: string) => ({
      connect: () => heard.add(id),
      disconnect: () => heard.delete(id),
    })),
    close: vi.fn(() => Promise.resolve()),
  };
  const parts = { context, createStream: (track: { id: string }) => track.id };
  return { heard, context, parts: parts as unknown as MixParts };
}

const track = (id: string) => ({ id }) as MediaStreamTrack;

test('mixes exactly what it is told, each once', async () => {
  const { heard, context, parts } = someParts();
  const mix = new SoundMix(parts);
  const [mara, yuki, tomas] = [track('mara'), track('yuki'), track('tomas')];
  mix.follow([mara, yuki]);
  mix.follow([mara, yuki]);
  expect(context.createMediaStreamSource).toHaveBeenCalledTimes(2);
  mix.follow([yuki, tomas]);
  expect([...heard]).toEqual(['yuki', 'tomas']);
  await mix.close();
  expect([...heard]).toEqual([]);
  expect(context.close).toHaveBeenCalledOnce();
});
