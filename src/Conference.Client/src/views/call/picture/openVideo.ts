import { effect } from '@preact/signals';
import { nothingShown, viewOf, type TileViews } from '../stage/shownTiles';
import type { StageTile } from '../stage/stageTiles';
import type { PictureOptions } from './PictureOptions';

/** Where the browser shows nothing but a video over other windows: the tile that matters. Answers with how to close it. */
export async function openVideo(options: PictureOptions): Promise<() => void> {
  const { report, onClosed } = options;
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  let shown: StageTile | undefined;
  const stop = effect(() => {
    shown = withPicture(options);
    follow(video, shown);
    report.changed();
  });
  try {
    const picture = await open(video);
    report.measure('picture', () => viewsOf(shown, picture));
    picture.addEventListener('resize', () => report.changed());
  } catch (cause) {
    stop();
    throw cause;
  }
  video.addEventListener('leavepictureinpicture', () => {
    stop();
    video.srcObject = null;
    report.measure('picture', undefined);
    onClosed();
  });
  return () => void document.exitPictureInPicture();
}

async function open(video: HTMLVideoElement): Promise<PictureInPictureWindow> {
  await video.play();
  return video.requestPictureInPicture();
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

function viewsOf(tile: StageTile | undefined, picture: PictureInPictureWindow): TileViews {
  return tile === undefined || tile.participant.isLocal
    ? nothingShown
    : new Map([[tile.key, viewOf(picture, devicePixelRatio, false)]]);
}
