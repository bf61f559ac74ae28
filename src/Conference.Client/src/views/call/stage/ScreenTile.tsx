import { useCallback, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n';
import type { Box } from '../../../state/layout';
import type { ParticipantModel } from '../../../state/model';
import { Icon } from '../../../ui/Icon';
import { Spinner } from '../../../ui/Spinner';
import { screenKey, screenName } from './screenName';
import { boxStyle } from './Tile';
import { TileVideo } from './TileVideo';
import { useFullScreen } from './useFullScreen';

interface Props {
  /** Somebody who shares a screen. */
  readonly participant: ParticipantModel;
  readonly focusable: boolean;
  readonly box: Box | undefined;
  /** The screen measures so many times its height, now. */
  readonly onRatio: (id: string, ratio: number) => void;
}

/** One shared screen on the stage: always whole. */
export function ScreenTile({ participant, focusable, box, onRatio }: Props) {
  const tile = useRef<HTMLDivElement>(null);
  const { info, tileState, screen } = participant;
  const stream = tileState === 'lost' ? undefined : screen?.stream;
  const [shown, setShown] = useState<MediaStream>();
  const show = useCallback(() => setShown(stream), [stream]);
  return (
    <div
      ref={tile}
      class="tile shared"
      role="group"
      aria-label={screenName(participant)}
      data-testid="tile"
      data-kind="screen"
      data-participant={info.id}
      data-tile={screenKey(info.id)}
      data-state={tileState}
      tabIndex={focusable ? 0 : -1}
      style={box && boxStyle(box)}
    >
      {stream && (
        <TileVideo stream={stream} onPicture={show} onRatio={(ratio) => onRatio(info.id, ratio)} />
      )}
      {(stream === undefined || shown !== stream) && (
        <div class="off" aria-hidden="true">
          <Spinner />
        </div>
      )}
      <FullScreenButton tile={tile} />
      <ScreenMarks participant={participant} />
    </div>
  );
}

/** The tile's name says the same in words. */
function ScreenMarks({ participant: { info, isLocal, screen } }: Pick<Props, 'participant'>) {
  return (
    <>
      {screen?.paused === true && (
        <span class="corner l" aria-hidden="true">
          <span class="mini">{t('call.sharePaused')}</span>
        </span>
      )}
      <span class="tag" aria-hidden="true">
        <Icon name="screen" />
        <span class="clip">
          {isLocal ? t('call.youAreSharing') : t('call.isSharing', { name: info.name })}
        </span>
      </span>
    </>
  );
}

function FullScreenButton({
  tile,
}: {
  readonly tile: { readonly current: HTMLDivElement | null };
}) {
  const { isFull, toggle } = useFullScreen(tile);
  const label = isFull ? t('call.leaveFullScreen') : t('call.fullScreen');
  return toggle ? (
    <span class="corner">
      <button type="button" class="btn small over" aria-label={label} onClick={toggle}>
        <Icon name="full" size={16} />
        <span class="over-text">{label}</span>
      </button>
    </span>
  ) : null;
}
