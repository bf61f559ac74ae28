import { expect, type Locator, type Page } from '@playwright/test';
import type { Recorded } from './media';
import type { Person } from './person';

/** Runs in the page before its own scripts: the browser's question about the screen is answered with a moving, sounding picture of 1000 x 800. */
export function drawScreen(): void {
  if (!isSecureContext) {
    return;
  }
  navigator.mediaDevices.getDisplayMedia = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1000, height: 800 });
    const context = canvas.getContext('2d');
    let turn = 0;
    const draw = () => {
      turn++;
      if (context) {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 1000, 800);
        context.fillStyle = '#0b6a5a';
        context.fillRect((turn * 20) % 900, 350, 100, 100);
        context.font = '48px sans-serif';
        context.fillText('Onboarding, second version', 80, 140);
      }
    };
    draw();
    setInterval(draw, 100);
    const audio = new AudioContext();
    const target = audio.createMediaStreamDestination();
    const tone = audio.createOscillator();
    tone.connect(target);
    tone.start();
    const stream = canvas.captureStream(10);
    target.stream.getTracks().forEach((track) => stream.addTrack(track));
    Object.assign(window, { sharedScreen: stream });
    return Promise.resolve(stream);
  };
}

interface Sharing {
  readonly sharedScreen: MediaStream;
}

/** As the browser's own bar does it. */
export async function stopFromTheBar({ page }: Person): Promise<void> {
  await page.evaluate(() => {
    for (const track of (window as unknown as Sharing).sharedScreen.getTracks()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
}

/** The tile of a screen as somebody sees it. */
export function screenOf(viewer: Person, sharer: Person): Locator {
  const name = viewer === sharer ? 'Your screen' : `Screen of ${sharer.name}`;
  return viewer.page.getByRole('group', { name: new RegExp(`^${name}`) });
}

export async function share(person: Person): Promise<void> {
  await person.button('Share screen').click();
  await expect(screenOf(person, person)).toBeVisible();
}

/** The picture in a tile goes on and on. */
export async function expectToMove(tile: Locator): Promise<void> {
  const drawn = () =>
    tile
      .locator('video')
      .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  await expect(tile.locator('video')).toBeVisible();
  const before = await drawn();
  await expect.poll(drawn, { timeout: 20_000 }).toBeGreaterThan(before + 3);
}

/** Sound that has come in, one number a track that is negotiated: the voice and the screen of each participant. */
export function energies(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    const open = connections.filter((peer) => peer.connectionState === 'connected');
    const reports = await Promise.all(open.map((peer) => peer.getStats()));
    return reports
      .flatMap((report) => [...report.values()] as RTCInboundRtpStreamStats[])
      .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
      .map(({ totalAudioEnergy }) => totalAudioEnergy ?? 0);
  });
}
