import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { phone, useMediaQuery } from '../../../hooks';
import { t } from '../../../i18n';
import { pageSize } from '../../../state/layout';
import type { Box, Corner } from '../../../state/layout';
import type { ParticipantModel } from '../../../state/model';
import type { PersonContext } from '../../people/personItems';
import { Pager } from './Pager';
import { screenLayout } from './screenLayout';
import { screenKey } from './screenName';
import { ScreenTile } from './ScreenTile';
import { stageLayout } from './stageLayout';
import { boxStyle, Tile } from './Tile';
import { useElementSize } from './useElementSize';
import { useScreens } from './useScreens';
import { useTileFocus } from './useTileFocus';

interface Props {
  readonly tiles: readonly ParticipantModel[];
  readonly mirrorOwn: boolean;
  /** Whom everybody sees large. */
  readonly spotlightId?: string | undefined;
  /** For hosts: what tiles let them do. */
  readonly people?: PersonContext | undefined;
  /** Opens the roster. */
  readonly onPeople: () => void;
}

/** The tiles, placed by the formulas of the layout; the own one is the last. */
export function TileArea({ tiles, mirrorOwn, spotlightId, people, onPeople }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const size = useElementSize(area);
  const isPhone = useMediaQuery(phone);
  const [wantedPage, setPage] = useState(0);
  const [corner, setCorner] = useState<Corner>('bottomRight');
  const { screens, ratio, onRatio } = useScreens(tiles);
  const shared =
    screens.length > 0 && size ? screenLayout({ screens, tiles, size, ratio }) : undefined;
  const layout =
    shared?.cameras ??
    stageLayout({
      tiles,
      size,
      spotlightId,
      page: wantedPage,
      pageSize: pageSize(isPhone),
      corner,
    });
  const { shown, boxes, floats, more } = layout;
  const moveTo = useCallback((to: Corner) => setCorner(to), []);
  const floating = useMemo(() => ({ corner, moveTo }), [corner, moveTo]);
  const focus = useTileFocus(
    area,
    [
      ...(shared?.screens.map(({ info }) => screenKey(info.id)) ?? []),
      ...shown.map(({ info }) => info.id),
    ],
    [...(shared?.screenBoxes ?? []), ...boxes],
  );
  return (
    <>
      <div ref={area} class="area" onFocusIn={focus.onFocusIn} onKeyDown={focus.onKeyDown}>
        {shared?.screens.map((participant, index) => (
          <ScreenTile
            key={screenKey(participant.info.id)}
            participant={participant}
            focusable={screenKey(participant.info.id) === focus.focusable}
            box={shared.screenBoxes[index]}
            onRatio={onRatio}
          />
        ))}
        {boxes.length > 0 &&
          shown.map((participant, index) => (
            <Tile
              key={participant.info.id}
              participant={participant}
              mirrored={participant.isLocal && mirrorOwn}
              focusable={participant.info.id === focus.focusable}
              box={boxes[index]}
              floating={floats && participant.isLocal ? floating : undefined}
              spotlit={participant.info.id === spotlightId}
              people={participant.isLocal ? undefined : people}
            />
          ))}
        {more && <MoreTile {...more} onPress={onPeople} />}
      </div>
      {layout.pages > 1 && <Pager page={layout.page} pages={layout.pages} onPage={setPage} />}
    </>
  );
}

interface MoreProps {
  readonly box: Box;
  readonly count: number;
  readonly onPress: () => void;
}

/** The end of a strip that is too short for all. */
const MoreTile = ({ box, count, onPress }: MoreProps) => (
  <button
    type="button"
    class="tile more-tile"
    data-more={count}
    style={boxStyle(box)}
    aria-label={t('call.moreTiles', { count })}
    onClick={onPress}
  />
);
