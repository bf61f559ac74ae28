import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { phone, useMediaQuery } from '../../../hooks';
import { gridBoxes, pageSize, pages, pairBoxes } from '../../../state/layout';
import type { Box, Corner } from '../../../state/layout';
import type { ParticipantModel } from '../../../state/model';
import { Pager } from './Pager';
import { Tile } from './Tile';
import { useElementSize } from './useElementSize';
import type { Size } from './useElementSize';
import { useTileFocus } from './useTileFocus';

interface Props {
  readonly tiles: readonly ParticipantModel[];
  readonly mirrorOwn: boolean;
}

/** The tiles, placed by the formulas of the layout; the own one is the last. */
export function TileArea({ tiles, mirrorOwn }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const size = useElementSize(area);
  const [wantedPage, setPage] = useState(0);
  const [corner, setCorner] = useState<Corner>('bottomRight');
  const allPages = pages(tiles, pageSize(useMediaQuery(phone)));
  const page = Math.min(wantedPage, allPages.length - 1);
  const shown = allPages[page] ?? [];
  const { boxes, floats } = usePlaces(shown, size, corner);
  const moveTo = useCallback((to: Corner) => setCorner(to), []);
  const floating = useMemo(() => ({ corner, moveTo }), [corner, moveTo]);
  const focus = useTileFocus(
    area,
    shown.map(({ info }) => info.id),
    boxes,
  );
  return (
    <>
      <div ref={area} class="area" onFocusIn={focus.onFocusIn} onKeyDown={focus.onKeyDown}>
        {boxes.length > 0 &&
          shown.map((participant, index) => (
            <Tile
              key={participant.info.id}
              participant={participant}
              mirrored={participant.isLocal && mirrorOwn}
              focusable={participant.info.id === focus.focusable}
              box={boxes[index]}
              floating={floats && participant.isLocal ? floating : undefined}
            />
          ))}
      </div>
      {allPages.length > 1 && <Pager page={page} pages={allPages.length} onPage={setPage} />}
    </>
  );
}

interface Places {
  readonly boxes: readonly Box[];
  readonly floats: boolean;
}

function usePlaces(
  shown: readonly ParticipantModel[],
  size: Size | undefined,
  corner: Corner,
): Places {
  const count = shown.length;
  const isPair = count === 2 && shown[1]?.isLocal === true;
  return useMemo(() => {
    if (size === undefined) {
      return { boxes: [], floats: false };
    }
    return isPair
      ? pairBoxes(size.width, size.height, corner)
      : { boxes: gridBoxes(count, size.width, size.height), floats: false };
  }, [count, isPair, size, corner]);
}
