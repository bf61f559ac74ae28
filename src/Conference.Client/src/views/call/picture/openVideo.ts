import { effect } from '@preact/signals';
import { viewsOf } from '../stage/shownTiles';
import type { StageTile } from '../../../state/stageTiles';
import type { PictureOptions } from './PictureOptions';

/** Where the browser shows nothing but a video over other windows: the tile that matters. */
export async function openVideo(options: PictureOptions): Promise<void> {
  const { report, onClosed, until } = options;
  until.throwIfAborted();
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  let shown: StageTile | undefined;
  const stop = effect(() => {
    shown = withPicture(options);
    follow(video, shown);
    report.changed();
  });
  until.addEventListener('abort', () => {
    stop();
    video.srcObject = null;
    report.measure('picture', undefined);
    leave(video);
  });
  const picture = await open(video, until);
  report.measure('picture', () => viewsOf(shown, picture, devicePixelRatio));
  picture.addEventListener('resize', () => report.changed(), { signal: until });
  video.addEventListener('leavepictureinpicture', onClosed, { signal: until });
}

/** A video that has nothing to show yet waits until there is something: that may be long. */
async function open(video: HTMLVideoElement, until: AbortSignal): Promise<PictureInPictureWindow> {
  await video.play();
  until.throwIfAborted();
  const picture = await video.requestPictureInPicture();
  if (until.aborted) {
    leave(video);
  }
  until.throwIfAborted();
  return picture;
}

function leave(video: HTMLVideoElement): void {
  if (document.pictureInPictureElement === video) {
    void document.exitPictureInPicture();
  }
}

const streamOf = ({ kind, participant }: StageTile): MediaStream | undefined =>
  kind === 'screen' ? participant.screen?.stream : participant.stream;

/** The one to look at, or whoever else has a picture. */
function withPicture({ conference, scenery }: PictureOptions): StageTile | undefined {
  const { main, tiles } = scenery.sceneOf(conference.participants.value);
  return main && streamOf(main) ? main : tiles.find(streamOf);
}

function follow(video: HTMLVideoElement, tile: StageTile | undefined): void {
  const stream = (tile && streamOf(tile)) ?? null;
  if (video.srcObject !== stream) {
    video.srcObject = stream;
    if (stream) {
      // The next stream may come before this one plays.
      video.play().catch(() => undefined);
    }
  }
}
