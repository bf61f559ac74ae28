import type { PictureWish, Wish } from '../peers/wish';
import type { TileView } from './model';
import { screenKey } from './StageStore';

export interface Shown {
  /** Of whom pictures could be shown. */
  readonly ids: Iterable<string>;
  /** By participant id; shared screens by `screenKey`. */
  readonly views: ReadonlyMap<string, TileView>;
  readonly speaking: ReadonlySet<string>;
  /** A person wants cameras not to be received. Screens still are. */
  readonly noCameras: boolean;
}

/** What is asked of every sender, by what is on the stage. */
export function wishesOf({ ids, views, speaking, noCameras }: Shown): ReadonlyMap<string, Wish> {
  return new Map(
    [...ids].map((id) => [
      id,
      {
        camera: noCameras ? undefined : pictureWish(views.get(id), speaking.has(id)),
        screen: pictureWish(views.get(screenKey(id)), false),
      },
    ]),
  );
}

function pictureWish(view: TileView | undefined, speaking: boolean): PictureWish | undefined {
  if (!view) {
    return undefined;
  }
  const { width, height, pinned } = view;
  return { width, height, frameRate: frameRateFor(height), pinned, speaking };
}

const frameRates = [
  { height: 540, frameRate: 30 },
  { height: 300, frameRate: 24 },
  { height: 150, frameRate: 20 },
  { height: 0, frameRate: 15 },
];

/** Small pictures show little of how a person moves. */
function frameRateFor(height: number): number {
  return frameRates.find((one) => height >= one.height)?.frameRate ?? 15;
}
