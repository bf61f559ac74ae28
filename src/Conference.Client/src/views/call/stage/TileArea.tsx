import { useMemo, useRef, useState } from 'preact/hooks';
import { phone, useMediaQuery } from '../../../hooks';
import { t } from '../../../i18n';
import { pageSize } from '../../../state/layout';
import type { Box, Corner } from '../../../state/layout';
import type { PersonContext } from '../../people/personItems';
import type { PanelName } from '../panel/panelName';
import { boxStyle } from './boxStyle';
import { Pager } from './Pager';
import { ScreenTile } from './ScreenTile';
import { stageLayout } from './stageLayout';
import type { Scene, StageTile } from '../../../state/stageTiles';
import { Tile } from './Tile';
import type { TileReport } from './TileReport';
import { togglePin } from './togglePin';
import { useElementSize } from './useElementSize';
import { useRatios } from './useRatios';
import { useShownTiles } from './useShownTiles';
import { useTileFocus } from './useTileFocus';

interface Props {
  readonly scene: Scene;
  readonly mirrorOwn: boolean;
  /** Whom everybody sees large. */
  readonly spotlightId?: string | undefined;
  /** What tiles let one do. */
  readonly people: PersonContext;
  readonly report: TileReport;
  /** What is open beside the tiles, or over them. */
  readonly panel?: PanelName | undefined;
  /** Opens the roster. */
  readonly onPeople: () => void;
}

/** The tiles, placed by the formulas of the layout. */
export function TileArea(props: Props) {
  const { scene, mirrorOwn, spotlightId, people, report, panel, onPeople } = props;
  const { stage } = people.conference;
  const pinned = stage.pinned.value;
  const area = useRef<HTMLDivElement>(null);
  const { layout, onPage, floating, onRatio } = useLayout(area, scene, pinned);
  const { shown, boxes, more } = layout;
  const focus = useTileFocus(
    area,
    shown.map(({ key }) => key),
    boxes,
    (key) => shown.some((tile) => tile.key === key && !isOwn(tile)) && togglePin(stage, key),
  );
  useShownTiles(area, { layout, pinned, panel }, report);
  const draw = (tile: StageTile, index: number) => {
    const { kind, key, participant } = tile;
    const placed = {
      participant,
      box: boxes[index],
      focusable: key === focus.focusable,
      pinned: key === pinned,
    };
    return kind === 'screen' ? (
      <ScreenTile
        key={key}
        {...placed}
        tileKey={key}
        large={scene.layout === 'grid' || index === 0}
        stage={stage}
        onRatio={onRatio}
      />
    ) : (
      <Tile
        key={key}
        {...placed}
        mirrored={isOwn(tile) && mirrorOwn}
        floating={isOwn(tile) ? floating : undefined}
        spotlit={key === spotlightId}
        people={isOwn(tile) ? undefined : people}
      />
    );
  };
  return (
    <>
      <div ref={area} class="area" onFocusIn={focus.onFocusIn} onKeyDown={focus.onKeyDown}>
        {boxes.length > 0 && shown.map(draw)}
        {more && <MoreTile {...more} onPress={onPeople} />}
      </div>
      {layout.pages > 1 && <Pager page={layout.page} pages={layout.pages} onPage={onPage} />}
    </>
  );
}

const isOwn = ({ participant }: StageTile): boolean => participant.isLocal;

/** Where everything stands, and what moves it: pages, the corner of the floating tile, the ratio of a screen. */
function useLayout(
  area: { readonly current: HTMLDivElement | null },
  scene: Scene,
  pinned: string | undefined,
) {
  const size = useElementSize(area);
  const isPhone = useMediaQuery(phone);
  const [page, onPage] = useState(0);
  const [corner, moveTo] = useState<Corner>('bottomRight');
  const { ratioOf, onRatio } = useRatios();
  const layout = stageLayout({
    scene,
    size,
    pinned,
    ratio: scene.main && ratioOf(scene.main.key),
    page,
    pageSize: pageSize(isPhone),
    corner,
  });
  const floating = useMemo(() => ({ corner, moveTo }), [corner]);
  return { layout, onPage, floating: layout.floats ? floating : undefined, onRatio };
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
