import { pageSize } from '../../../state/layout';
import { viewOf, type TileViews } from '../stage/shownTiles';
import { stageLayout, type StageLayout } from '../stage/stageLayout';
import { drawScene } from './drawScene';
import { TileVideos } from './TileVideos';
import type { RecordingOptions } from './useRecording';

const size = { width: 1280, height: 720 };

/** Between two pictures, in milliseconds. */
export const pictureInterval = 60;

/** The stage as one moving picture, in the layout that is chosen. */
export class StageFilm {
  readonly track: MediaStreamTrack | undefined;
  private readonly canvas = Object.assign(document.createElement('canvas'), size);
  private readonly context = this.canvas.getContext('2d', { alpha: false });
  private readonly videos = new TileVideos();
  private layout: StageLayout | undefined;
  private places = '';

  constructor(private readonly options: RecordingOptions) {
    this.track = this.canvas.captureStream(1_000 / pictureInterval).getVideoTracks()[0];
    options.report.measure('recording', () => viewsOf(this.layout));
    this.draw();
  }

  /** One picture. Also while the page is hidden, where nobody sends what is seen on the stage alone. */
  draw(): void {
    const layout = this.layOut();
    this.layout = layout;
    this.videos.follow(layout.shown);
    if (this.context) {
      drawScene(this.context, layout, (tile) => this.videos.pictureOf(tile));
    }
    const places = JSON.stringify([layout.shown.map(({ key }) => key), layout.boxes]);
    if (places !== this.places) {
      this.places = places;
      this.options.report.changed();
    }
  }

  close(): void {
    this.track?.stop();
    this.options.report.measure('recording', undefined);
    this.videos.close();
  }

  private layOut(): StageLayout {
    const { conference, scenery } = this.options;
    const scene = scenery.sceneOf(conference.participants.peek());
    const picture = scene.main?.kind === 'screen' ? this.videos.pictureOf(scene.main) : undefined;
    return stageLayout({
      scene,
      size,
      pinned: conference.stage.pinned.peek(),
      ratio: picture && picture.videoWidth / picture.videoHeight,
      page: 0,
      pageSize: pageSize(false),
      corner: 'bottomRight',
    });
  }
}

function viewsOf(layout: StageLayout | undefined): TileViews {
  const seen = new Map();
  layout?.shown.forEach(({ key, participant }, index) => {
    const box = layout.boxes[index];
    if (box && !participant.isLocal) {
      seen.set(key, viewOf(box, 1, false));
    }
  });
  return seen;
}
