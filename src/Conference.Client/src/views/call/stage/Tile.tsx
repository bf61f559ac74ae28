import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useAttention } from '../../../hooks';
import { t } from '../../../i18n';
import type { Box, Corner } from '../../../state/layout';
import type { ParticipantModel } from '../../../state/model';
import { classNames } from '../../../ui/classNames';
import { IconButton } from '../../../ui/IconButton';
import type { PersonContext } from '../../people/personItems';
import { cornerTowards, nextCorner } from './corner';
import { TileActions } from './TileActions';
import { tileName } from './tileName';
import { TileMarks } from './TileMarks';
import { TilePlaceholder } from './TilePlaceholder';
import { TileVideo } from './TileVideo';
import { useFloatDrag } from './useFloatDrag';

/** The own tile over the other one of two. */
export interface Floating {
  readonly corner: Corner;
  readonly moveTo: (corner: Corner) => void;
}

interface Props {
  readonly participant: ParticipantModel;
  readonly mirrored: boolean;
  readonly focusable: boolean;
  /** Its place on the stage; without one it stands in the flow of the page. */
  readonly box?: Box | undefined;
  readonly floating?: Floating | undefined;
  /** A host made everybody see it large. */
  readonly spotlit?: boolean;
  /** For hosts: what can be done about the participant. */
  readonly people?: PersonContext | undefined;
}

/** One participant on the stage. */
export function Tile(props: Props) {
  const { participant, mirrored, focusable, box, floating, spotlit = false, people } = props;
  const { attention, handlers } = useAttention();
  const tile = useRef<HTMLDivElement>(null);
  const picture = usePicture(participant);
  useFloatDrag(tile, floating?.moveTo);
  return (
    <div
      ref={tile}
      class={classNames(
        'tile',
        participant.speaking && 'speaking',
        mirrored && 'mirror',
        floating && 'float',
      )}
      role="group"
      aria-label={tileName(participant, spotlit)}
      data-testid="tile"
      data-kind="camera"
      data-participant={participant.info.id}
      data-tile={participant.info.id}
      data-state={participant.tileState}
      tabIndex={focusable ? 0 : -1}
      style={box && boxStyle(box)}
      onKeyDown={floating && ((event) => moveByKey(event, floating))}
      {...handlers}
    >
      {!picture.shown && <TilePlaceholder participant={participant} />}
      {picture.stream && <TileVideo stream={picture.stream} onPicture={picture.show} />}
      <TileMarks participant={participant} spotlit={spotlit} />
      {people && attention !== 'none' && (
        <TileActions participant={participant} context={people} tabbable={attention === 'focus'} />
      )}
      {floating && <MoveButton floating={floating} />}
    </div>
  );
}

export function boxStyle({ left, top, width, height }: Box) {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}

/** The stream to attach, and whether a first picture of it has come. */
function usePicture({ info, tileState, stream }: ParticipantModel) {
  const [shownStream, setShownStream] = useState<MediaStream>();
  const attached = info.media.camera === 'on' && tileState !== 'lost' ? stream : undefined;
  const show = useCallback(() => setShownStream(attached), [attached]);
  useEffect(() => {
    if (attached === undefined) {
      setShownStream(undefined);
    }
  }, [attached]);
  return { stream: attached, shown: attached !== undefined && attached === shownStream, show };
}

function moveByKey(event: KeyboardEvent, { corner, moveTo }: Floating): void {
  if (event.shiftKey && event.key.startsWith('Arrow')) {
    event.preventDefault();
    event.stopPropagation();
    moveTo(cornerTowards(corner, event.key));
  }
}

function MoveButton({ floating: { corner, moveTo } }: { readonly floating: Floating }) {
  return (
    <IconButton
      class="tile-move"
      icon="move"
      label={t('call.moveMyTile')}
      size="small"
      onClick={() => moveTo(nextCorner(corner))}
    />
  );
}
