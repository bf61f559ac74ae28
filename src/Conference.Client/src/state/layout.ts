import type { ParticipantModel } from './model';

const aspect = 16 / 9;
const gap = 8;

/** A tile's place on the stage in whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Corner = 'bottomRight' | 'bottomLeft' | 'topRight' | 'topLeft';

interface Fit {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
}

function fitColumns(count: number, columns: number, width: number, height: number): Fit {
  const rows = Math.ceil(count / columns);
  const byWidth = (width - (columns - 1) * gap) / columns;
  const byHeight = ((height - (rows - 1) * gap) / rows) * aspect;
  return { columns, rows, width: Math.max(0, Math.floor(Math.min(byWidth, byHeight))) };
}

function isBetter(fit: Fit, best: Fit): boolean {
  const fewerEmptyCells = fit.columns * fit.rows < best.columns * best.rows;
  return fit.width > best.width * 1.01 || (fit.width > best.width * 0.99 && fewerEmptyCells);
}

/** The number of columns that makes the tiles as large as they can be. */
function bestFit(count: number, width: number, height: number): Fit {
  let best = fitColumns(count, 1, width, height);
  for (let columns = 2; columns <= count; columns++) {
    const fit = fitColumns(count, columns, width, height);
    best = isBetter(fit, best) ? fit : best;
  }
  return best;
}

/** Equal tiles: the block is centred on the stage, its last row is centred in it. */
export function gridBoxes(count: number, width: number, height: number): readonly Box[] {
  if (count === 0) {
    return [];
  }
  const fit = bestFit(count, width, height);
  const tileHeight = Math.round(fit.width / aspect);
  const top = Math.round((height - fit.rows * tileHeight - (fit.rows - 1) * gap) / 2);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / fit.columns);
    const inRow = row === fit.rows - 1 ? count - row * fit.columns : fit.columns;
    const left = Math.round((width - inRow * fit.width - (inRow - 1) * gap) / 2);
    return {
      left: left + (index % fit.columns) * (fit.width + gap),
      top: top + row * (tileHeight + gap),
      width: fit.width,
      height: tileHeight,
    };
  });
}

function floatingBox(stage: Box, width: number, corner: Corner): Box {
  const margin = 12;
  const own = Math.round(Math.min(280, Math.max(160, width * 0.18)));
  const height = Math.round(own / aspect);
  return {
    left: corner.endsWith('Left') ? stage.left + margin : stage.left + stage.width - own - margin,
    top: corner.startsWith('top') ? stage.top + margin : stage.top + stage.height - height - margin,
    width: own,
    height,
  };
}

/**
 * Two participants, the own tile second: it floats in a corner when that makes the other one at least 35 % wider, else both are equal.
 */
export function pairBoxes(
  width: number,
  height: number,
  corner: Corner,
): { readonly boxes: readonly [Box, Box]; readonly floats: boolean } {
  const [whole] = gridBoxes(1, width, height);
  const [first, second] = gridBoxes(2, width, height);
  if (!whole || !first || !second) {
    throw new RangeError('A grid has as many boxes as it was asked for.');
  }
  if (whole.width < first.width * 1.35) {
    return { boxes: [first, second], floats: false };
  }
  return { boxes: [whole, floatingBox(whole, width, corner)], floats: true };
}

const stripWidth = (width: number): number => Math.round(Math.min(240, Math.max(136, width)));

/**
 * The main tile first, in the ratio of its content, then a strip of small ones: on the right of a wide stage, below on others. The last one stands for the hidden.
 */
export function spotlightBoxes(
  count: number,
  width: number,
  height: number,
  ratio = aspect,
): { readonly boxes: readonly Box[]; readonly hidden: number } {
  const aside = width / height >= 1.5;
  const small = stripWidth(aside ? width / 6 : width / 3.4);
  const smallHeight = Math.round(small / aspect);
  const [length, each] = aside ? [height, smallHeight] : [width, small];
  const fitting = Math.min(count - 1, Math.max(1, Math.floor((length + gap) / (each + gap))));
  const main = aside
    ? mainBox(width - small - gap, height, ratio)
    : mainBox(width, height - smallHeight - gap, ratio);
  const start = Math.round((length - fitting * each - (fitting - 1) * gap) / 2);
  const strip = Array.from({ length: fitting }, (_, index): Box => {
    const along = start + index * (each + gap);
    const place = aside
      ? { left: width - small, top: along }
      : { left: along, top: main.top + main.height + gap };
    return { ...place, width: small, height: smallHeight };
  });
  const hidden = count - 1 - fitting;
  return { boxes: [main, ...strip], hidden: hidden > 0 ? hidden + 1 : 0 };
}

/** As large as it can be, in the middle. */
function mainBox(width: number, height: number, ratio: number): Box {
  const own = Math.max(0, Math.floor(Math.min(width, height * ratio)));
  const ownHeight = Math.round(own / ratio);
  return {
    left: Math.round((width - own) / 2),
    top: Math.round((height - ownHeight) / 2),
    width: own,
    height: ownHeight,
  };
}

/** How many tiles one page shows. */
export function pageSize(narrow: boolean): number {
  return narrow ? 16 : 25;
}

const staysOnFirstPage = (participant: ParticipantModel): boolean =>
  participant.isLocal || participant.speaking || participant.handPlace !== undefined;

/**
 * Cuts the stage into pages. Joining order stays, except that the own tile, raised hands and speakers of later pages change places
 * with the last of the first page who are none of these: speaking never moves a tile that is on the first page already.
 */
export function pages(
  participants: readonly ParticipantModel[],
  size: number,
): readonly (readonly ParticipantModel[])[] {
  const order = [...participants];
  for (let later = size; later < order.length; later++) {
    const candidate = order[later];
    const place = order.slice(0, size).findLastIndex((one) => !staysOnFirstPage(one));
    const replaced = order[place];
    if (candidate && replaced && staysOnFirstPage(candidate)) {
      order[place] = candidate;
      order[later] = replaced;
    }
  }
  return Array.from({ length: Math.ceil(order.length / size) }, (_, page) =>
    order.slice(page * size, (page + 1) * size),
  );
}
