import type { Box } from '../../../state/layout';
import type { TileView } from '../../../state/model';
import type { StageLayout } from './stageLayout';
import type { StageTile } from '../../../state/stageTiles';

/** Sizes are told in steps, so that a window that is drawn larger does not change them with every pixel. */
const step = 16;

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Looking {
  /** Where the stage is in the window. */
  readonly area: Place;
  /** What lies over the window, such as the sheet of a phone. */
  readonly cover: Place | undefined;
  readonly pixelRatio: number;
  readonly pinned: string | undefined;
}

export type TileViews = ReadonlyMap<string, TileView>;

export const nothingShown: TileViews = new Map();

/** What is seen of the others, and how large in pixels of the screen. */
export function shownTiles(
  { shown, boxes }: Pick<StageLayout, 'shown' | 'boxes'>,
  { area, cover, pixelRatio, pinned }: Looking,
): TileViews {
  const views = new Map<string, TileView>();
  shown.forEach(({ key, participant }, index) => {
    const box = boxes[index];
    if (box && !participant.isLocal && !isCovered(box, area, cover)) {
      views.set(key, viewOf(box, pixelRatio, key === pinned));
    }
  });
  return views;
}

export const viewOf = (
  { width, height }: Pick<Box, 'width' | 'height'>,
  pixelRatio: number,
  pinned: boolean,
): TileView => ({
  width: inSteps(width * pixelRatio),
  height: inSteps(height * pixelRatio),
  pinned,
});

/** What one tile that fills a window of its own is seen as. */
export const viewsOf = (
  tile: StageTile | undefined,
  size: Pick<Box, 'width' | 'height'>,
  pixelRatio: number,
): TileViews =>
  tile === undefined || tile.participant.isLocal
    ? nothingShown
    : new Map([[tile.key, viewOf(size, pixelRatio, false)]]);

const inSteps = (pixels: number): number => Math.ceil(pixels / step) * step;

function isCovered(box: Box, area: Place, cover: Place | undefined): boolean {
  const left = area.left + box.left;
  const top = area.top + box.top;
  return (
    cover !== undefined &&
    left >= cover.left &&
    top >= cover.top &&
    left + box.width <= cover.right &&
    top + box.height <= cover.bottom
  );
}

export function areSame(one: TileViews, other: TileViews): boolean {
  return one.size === other.size && [...one].every(([key, view]) => isSame(view, other.get(key)));
}

const isSame = (one: TileView, other: TileView | undefined): boolean =>
  one.width === other?.width && one.height === other.height && one.pinned === other.pinned;
