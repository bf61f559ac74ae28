import { expect, type Page } from '@playwright/test';

interface Flow {
  readonly frames: number;
  readonly energy: number;
}

/** Keeps the page's peer connections and sounding elements where tests find them; the product knows nothing of it. */
export function recordMedia(): void {
  const connections: RTCPeerConnection[] = [];
  const elements = new Set<HTMLMediaElement>();
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }

    override setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
      descriptions++;
      return super.setLocalDescription(description);
    }
  };
  let descriptions = 0;
  const play = Reflect.get<HTMLMediaElement, 'play'>(HTMLMediaElement.prototype, 'play');
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    elements.add(this);
    return play.call(this);
  };
  document.addEventListener(
    'playing',
    (event) => elements.add(event.target as HTMLMediaElement),
    true,
  );
  Object.assign(window, {
    recordedMedia: { connections, elements, descriptions: () => descriptions },
  });
}

/** The window of a page whose media are kept. */
export interface Recorded {
  readonly recordedMedia: {
    readonly connections: RTCPeerConnection[];
    readonly elements: Set<HTMLMediaElement>;
    readonly descriptions: () => number;
  };
}

/** How many offers and answers this page has made. */
export const negotiations = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Recorded).recordedMedia.descriptions());

/** What has come in over every peer connection that is in use. */
export function incoming(page: Page): Promise<Flow[]> {
  return page.evaluate(async () => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    const open = connections.filter((peer) => peer.connectionState === 'connected');
    return Promise.all(
      open.map(async (peer) => {
        let frames = 0;
        let energy = 0;
        for (const report of (await peer.getStats()).values()) {
          const inbound = report as RTCInboundRtpStreamStats;
          if (inbound.type === 'inbound-rtp') {
            frames += inbound.framesDecoded ?? 0;
            energy += inbound.totalAudioEnergy ?? 0;
          }
        }
        return { frames, energy };
      }),
    );
  });
}

/** Remote tracks of sound that some element is really playing. */
export function audible(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { elements } = (window as unknown as Recorded).recordedMedia;
    const playing = [...elements].filter(
      (element) => !element.paused && !element.muted && element.volume > 0,
    );
    const tracks = playing.flatMap((element) =>
      element.srcObject instanceof MediaStream ? element.srcObject.getAudioTracks() : [],
    );
    return new Set(tracks.filter((track) => track.readyState === 'live').map((track) => track.id))
      .size;
  });
}

/** Pictures that some tile has drawn so far, one number a moving tile. */
function drawn(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLVideoElement>('[data-testid="tile"] video')]
      .filter((video) => video.videoWidth > 0)
      .map((video) => video.getVideoPlaybackQuality().totalVideoFrames),
  );
}

/** Everybody sees a moving picture and hears sound of everybody else. */
export async function expectEverybodySeesAndHears(pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => expectFlow(page, pages.length - 1)));
}

async function expectFlow(page: Page, others: number): Promise<void> {
  await expect.poll(() => incoming(page), { timeout: 20_000 }).toHaveLength(others);
  await expect.poll(() => audible(page)).toBe(others);
  await expect.poll(() => drawn(page).then((tiles) => tiles.length)).toBe(others + 1);
  const before = await incoming(page);
  const all = before.map(() => true);
  await expect
    .poll(() => grown(page, before), { message: 'pictures and sound of every participant go on' })
    .toEqual(all);
  const moves = watchTiles(page);
  await expect.poll(moves, { message: 'every tile moves' }).toEqual([true, ...all]);
}

/** Tells of each tile whether it has drawn more than a few pictures since the first look; one that begins anew counts on. */
function watchTiles(page: Page): () => Promise<boolean[]> {
  let before: readonly number[] = [];
  let pictures: readonly number[] = [];
  return async () => {
    const now = await drawn(page);
    const fresh = now.map((count, tile) => Math.max(0, count - (before[tile] ?? count)));
    pictures = fresh.map((count, tile) => count + (pictures[tile] ?? 0));
    before = now;
    return pictures.map((count) => count > 5);
  };
}

async function grown(page: Page, before: readonly Flow[]): Promise<boolean[]> {
  const now = await incoming(page);
  return now.map(({ frames, energy }, peer) => {
    const then = before[peer] ?? { frames: 0, energy: 0 };
    return frames > then.frames + 5 && energy > then.energy;
  });
}
