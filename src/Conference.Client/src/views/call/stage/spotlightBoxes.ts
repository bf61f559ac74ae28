import type { Box } from '../../../state/layout';

const aspect = 16 / 9;
const gap = 8;

const clamp = (value: number) => Math.round(Math.min(240, Math.max(136, value)));

/** The main tile first, then a strip of small ones: on the right of a wide stage, below on others. The last one stands for the hidden. */
export function spotlightBoxes(
  count: number,
  width: number,
  height: number,
): { readonly boxes: readonly Box[]; readonly hidden: number } {
  const aside = width / height >= 1.5;
  const small = clamp(aside ? width / 6 : width / 3.4);
  const smallHeight = Math.round(small / aspect);
  const [length, each] = aside ? [height, smallHeight] : [width, small];
  const fitting = Math.min(count - 1, Math.max(1, Math.floor((length + gap) / (each + gap))));
  const free = aside
    ? { width: width - small - gap, height }
    : { width, height: height - smallHeight - gap };
  const mainWidth = Math.max(0, Math.floor(Math.min(free.width, free.height * aspect)));
  const mainHeight = Math.round(mainWidth / aspect);
  const main: Box = {
    left: Math.round((free.width - mainWidth) / 2),
    top: Math.round((free.height - mainHeight) / 2),
    width: mainWidth,
    height: mainHeight,
  };
  const start = Math.round((length - fitting * each - (fitting - 1) * gap) / 2);
  const strip = Array.from({ length: fitting }, (_, index): Box => {
    const along = start + index * (each + gap);
    return aside
      ? { left: width - small, top: along, width: small, height: smallHeight }
      : { left: along, top: main.top + mainHeight + gap, width: small, height: smallHeight };
  });
  const hidden = count - 1 - fitting;
  return { boxes: [main, ...strip], hidden: hidden > 0 ? hidden + 1 : 0 };
}
