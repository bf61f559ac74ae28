import { pages, spotlightBoxes } from '../../../state/layout';
import type { Box } from '../../../state/layout';
import type { ParticipantModel } from '../../../state/model';
import type { StageLayout } from './stageLayout';
import type { Size } from './useElementSize';

interface ScreenLayout {
  /** Whose screens are seen, each in the box of the same index; the first one is the main tile. */
  readonly screens: readonly ParticipantModel[];
  readonly screenBoxes: readonly Box[];
  readonly cameras: StageLayout;
}

interface Wanted {
  /** The newest first. */
  readonly screens: readonly ParticipantModel[];
  readonly tiles: readonly ParticipantModel[];
  readonly size: Size;
  /** Width by height of the newest screen. */
  readonly ratio: number | undefined;
}

/** The newest screen large and whole, and a strip: other screens lead it, then everybody's camera. */
export function screenLayout({ screens, tiles, size, ratio }: Wanted): ScreenLayout {
  const count = screens.length + tiles.length;
  const { boxes, hidden } = spotlightBoxes(count, size.width, size.height, ratio);
  const places = boxes.length - (hidden > 0 ? 1 : 0);
  const shownScreens = screens.slice(0, places);
  const free = places - shownScreens.length;
  const shown = (free > 0 ? pages(tiles, free)[0] : undefined) ?? [];
  const last = boxes.at(-1);
  const missing = count - shownScreens.length - shown.length;
  return {
    screens: shownScreens,
    screenBoxes: boxes.slice(0, shownScreens.length),
    cameras: {
      shown,
      boxes: boxes.slice(shownScreens.length, shownScreens.length + shown.length),
      floats: false,
      more: missing > 0 && last ? { box: last, count: missing } : undefined,
      page: 0,
      pages: 1,
    },
  };
}
