import {
  gridBoxes,
  pages,
  pairBoxes,
  spotlightBoxes,
  staysOnFirstPage,
} from '../../../state/layout';
import type { Box, Corner } from '../../../state/layout';
import type { Scene, StageTile } from '../../../state/stageTiles';
import type { Size } from './useElementSize';

export interface StageLayout {
  /** What is seen, each in the box of the same index. */
  readonly shown: readonly StageTile[];
  readonly boxes: readonly Box[];
  /** The own tile floats over the other one. */
  readonly floats: boolean;
  /** Stands for those the strip has no place for. */
  readonly more: { readonly box: Box; readonly count: number } | undefined;
  readonly page: number;
  readonly pages: number;
}

interface Wanted {
  readonly scene: Scene;
  readonly size: Size | undefined;
  readonly pinned: string | undefined;
  /** Width to height of what the large tile shows, when it is known. */
  readonly ratio: number | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly corner: Corner;
}

type Stays = (tile: StageTile) => boolean;

/** What stands where on the stage. */
export function stageLayout(wanted: Wanted): StageLayout {
  const { scene, pinned } = wanted;
  const stays: Stays = ({ kind, key, participant }) =>
    kind === 'screen' || key === pinned || staysOnFirstPage(participant);
  return scene.layout === 'spotlight' && scene.main !== undefined && wanted.size !== undefined
    ? spotlightLayout(scene.tiles, scene.main, wanted.size, wanted.ratio, stays)
    : gridLayout(wanted, stays);
}

function gridLayout(wanted: Wanted, stays: Stays): StageLayout {
  const all = pages(wanted.scene.tiles, wanted.pageSize, stays);
  const page = Math.max(0, Math.min(wanted.page, all.length - 1));
  const shown = all[page] ?? [];
  const places = gridPlaces(shown, wanted.size, wanted.corner);
  return { ...places, shown, more: undefined, page, pages: all.length };
}

function gridPlaces(
  shown: readonly StageTile[],
  size: Size | undefined,
  corner: Corner,
): Pick<StageLayout, 'boxes' | 'floats'> {
  if (size === undefined) {
    return { boxes: [], floats: false };
  }
  const [, second] = shown;
  return shown.length === 2 && second?.kind === 'camera' && second.participant.isLocal
    ? pairBoxes(size.width, size.height, corner)
    : { boxes: gridBoxes(shown.length, size.width, size.height), floats: false };
}

/** Other screens lead the strip, then it keeps the order of the stage; the own tile, raised hands and speakers stay in it. */
function spotlightLayout(
  tiles: readonly StageTile[],
  main: StageTile,
  { width, height }: Size,
  ratio: number | undefined,
  stays: Stays,
): StageLayout {
  const { boxes, hidden } = spotlightBoxes(tiles.length, width, height, ratio);
  const places = boxes.length - (hidden > 0 ? 2 : 1);
  const others = tiles.filter((tile) => tile !== main);
  const shown = [main, ...((places > 0 ? pages(others, places, stays)[0] : undefined) ?? [])];
  const last = boxes.at(-1);
  const more =
    hidden > 0 && last !== undefined
      ? { box: last, count: tiles.length - shown.length }
      : undefined;
  return { shown, boxes: boxes.slice(0, shown.length), floats: false, more, page: 0, pages: 1 };
}
