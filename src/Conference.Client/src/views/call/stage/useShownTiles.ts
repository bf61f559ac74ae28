import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelName } from '../panel/panelName';
import { nothingShown, shownTiles } from './shownTiles';
import type { StageLayout } from './stageLayout';
import type { TileReport } from './TileReport';

interface Seen {
  readonly layout: StageLayout;
  readonly pinned: string | undefined;
  /** It may lie over tiles. */
  readonly panel: PanelName | undefined;
}

/** Reports what the stage shows, after it was laid out. Measuring makes the browser lay out the page: not when all is as before. */
export function useShownTiles(
  area: { readonly current: HTMLElement | null },
  seen: Seen,
  report: TileReport,
): void {
  const latest = useRef(seen);
  latest.current = seen;
  useEffect(() => {
    report.measure('stage', () =>
      area.current === null
        ? nothingShown
        : shownTiles(latest.current.layout, {
            area: area.current.getBoundingClientRect(),
            cover: document.querySelector('.panel')?.getBoundingClientRect(),
            pixelRatio: devicePixelRatio,
            pinned: latest.current.pinned,
          }),
    );
    return () => report.measure('stage', undefined);
  }, [area, report]);
  const places = placesIn(seen);
  useLayoutEffect(() => report.changed(), [report, places]);
}

function placesIn({ layout: { shown, boxes }, pinned, panel }: Seen): string {
  return JSON.stringify([shown.map(({ key }) => key), boxes, pinned, panel]);
}
