import { gridBoxes, pages, pairBoxes, spotlightBoxes } from '../../../state/layout';
import type { Box, Corner } from '../../../state/layout';
import type { ParticipantModel } from '../../../state/model';
import type { Size } from './useElementSize';

export interface StageLayout {
  /** Who is seen, each in the box of the same index. */
  readonly shown: readonly ParticipantModel[];
  readonly boxes: readonly Box[];
  /** The own tile floats over the other one. */
  readonly floats: boolean;
  /** Stands for those the strip has no place for. */
  readonly more: { readonly box: Box; readonly count: number } | undefined;
  readonly page: number;
  readonly pages: number;
}

interface Wanted {
  readonly tiles: readonly ParticipantModel[];
  readonly size: Size | undefined;
  readonly spotlightId: string | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly corner: Corner;
}

/** Who stands where on the stage. */
export function stageLayout(wanted: Wanted): StageLayout {
  const main = wanted.tiles.find(({ info }) => info.id === wanted.spotlightId);
  return main !== undefined && wanted.size !== undefined && wanted.tiles.length > 1
    ? spotlightLayout(wanted.tiles, main, wanted.size)
    : gridLayout(wanted);
}

function gridLayout({ tiles, size, page: wantedPage, pageSize, corner }: Wanted): StageLayout {
  const all = pages(tiles, pageSize);
  const page = Math.max(0, Math.min(wantedPage, all.length - 1));
  const shown = all[page] ?? [];
  return { ...gridPlaces(shown, size, corner), shown, more: undefined, page, pages: all.length };
}

function gridPlaces(
  shown: readonly ParticipantModel[],
  size: Size | undefined,
  corner: Corner,
): Pick<StageLayout, 'boxes' | 'floats'> {
  if (size === undefined) {
    return { boxes: [], floats: false };
  }
  return shown.length === 2 && shown[1]?.isLocal === true
    ? pairBoxes(size.width, size.height, corner)
    : { boxes: gridBoxes(shown.length, size.width, size.height), floats: false };
}

/** The strip keeps the order of the stage; the own tile, raised hands and speakers stay in it. */
function spotlightLayout(
  tiles: readonly ParticipantModel[],
  main: ParticipantModel,
  { width, height }: Size,
): StageLayout {
  const { boxes, hidden } = spotlightBoxes(tiles.length, width, height);
  const places = boxes.length - (hidden > 0 ? 2 : 1);
  const others = tiles.filter((tile) => tile !== main);
  const shown = [main, ...((places > 0 ? pages(others, places)[0] : undefined) ?? [])];
  const last = boxes.at(-1);
  const more =
    hidden > 0 && last !== undefined
      ? { box: last, count: tiles.length - shown.length }
      : undefined;
  return { shown, boxes: boxes.slice(0, shown.length), floats: false, more, page: 0, pages: 1 };
}
