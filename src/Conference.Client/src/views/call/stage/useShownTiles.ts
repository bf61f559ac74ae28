import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { nothingShown, shownTiles } from './shownTiles';
import type { StageLayout } from './stageLayout';
import type { TileReport } from './TileReport';

/** Reports what the stage shows, after it was laid out. */
export function useShownTiles(
  area: { readonly current: HTMLElement | null },
  layout: StageLayout,
  pinned: string | undefined,
  report: TileReport,
): void {
  const latest = useRef({ layout, pinned });
  latest.current = { layout, pinned };
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
  useLayoutEffect(() => report.changed());
}
