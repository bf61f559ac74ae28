import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator } from '@playwright/test';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import type { Person } from './person';

/** What the top bar says of recordings. */
export const chipOf = ({ page }: Person): Locator => page.getByTestId('recording');

export async function startRecording(person: Person): Promise<void> {
  await person.choose('More', 'Record');
  await expect(chipOf(person)).toContainText('You are recording');
}

/** Ends it, by oneself or whatever the deed is; answers with the file. */
export async function savedBy(person: Person, deed: () => Promise<void>): Promise<Download> {
  const downloading = person.page.waitForEvent('download', { timeout: 20_000 });
  await deed();
  return downloading;
}

export async function read(download: Download) {
  const bytes = await readFile(await download.path());
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  return {
    bytes,
    kind: await input.getMimeType(),
    /** As it stands in the header; null where it does not. */
    header: await input.getDurationFromMetadata(),
    seconds: await input.computeDuration(),
    hasIndex: bytes.includes(Buffer.from('1c53bb6b', 'hex')),
    video: video && { width: await video.getCodedWidth(), height: await video.getCodedHeight() },
    hasSound: audio !== null,
  };
}

/** How loud the loudest moment is, from 0 to 1, as a browser hears it. */
export const loudness = ({ page }: Person, bytes: Buffer): Promise<number> =>
  page.evaluate(async (encoded) => {
    const data = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(data.buffer);
    return sound.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  }, bytes.toString('base64'));
