import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useAttention } from '../../../hooks';
import { t } from '../../../i18n';
import type { Box } from '../../../state/layout';
import type { ParticipantModel, StageModel } from '../../../state/model';
import { Button } from '../../../ui/Button';
import { classNames } from '../../../ui/classNames';
import { Icon } from '../../../ui/Icon';
import { Spinner } from '../../../ui/Spinner';
import { boxStyle } from './boxStyle';
import { PinButton } from './PinButton';
import { screenName } from './tileName';
import { TileVideo } from './TileVideo';
import { togglePin } from './togglePin';
import { useFullScreen } from './useFullScreen';

interface Props {
  readonly participant: ParticipantModel;
  readonly tileKey: string;
  readonly focusable: boolean;
  readonly box?: Box | undefined;
  /** Shown large: it can fill the whole screen. */
  readonly large: boolean;
  readonly pinned: boolean;
  /** Absent where nobody can pin. */
  readonly stage?: StageModel;
  /** Told the tile and the width to the height of what it shows. */
  readonly onRatio?: (tile: string, ratio: number) => void;
}

/** A shared screen on the stage: never cropped, never mirrored. */
export function ScreenTile(props: Props) {
  const { participant, tileKey, focusable, box, large, pinned, stage, onRatio } = props;
  const { screen, info, isLocal } = participant;
  const { attention, handlers } = useAttention();
  const tile = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={tile}
      class={classNames('tile', screen?.stream && 'shared')}
      role="group"
      aria-label={screenName(participant, pinned)}
      data-testid="tile"
      data-kind="screen"
      data-tile={tileKey}
      data-participant={info.id}
      data-state={participant.tileState}
      tabIndex={focusable ? 0 : -1}
      style={box && boxStyle(box)}
      {...handlers}
    >
      {screen?.stream ? (
        <TileVideo stream={screen.stream} onRatio={(ratio) => onRatio?.(tileKey, ratio)} />
      ) : (
        <div class="off">
          <Spinner size={24} />
        </div>
      )}
      {screen?.paused === true && <Paused />}
      <span class="corner">
        {pinned && (
          <span class="mini" aria-hidden="true">
            <Icon name="pin" />
          </span>
        )}
        {large && <FullScreenButton tile={tile} />}
      </span>
      <span class="tag" aria-hidden="true">
        <Icon name="screen" />
        <span class="clip">
          {isLocal ? t('call.youAreSharing') : t('call.isSharing', { name: info.name })}
        </span>
      </span>
      {stage && !isLocal && attention !== 'none' && (
        <span class="tile-acts">
          <PinButton
            name={info.name}
            isScreen
            pinned={pinned}
            tabbable={attention === 'focus'}
            onPin={() => togglePin(stage, tileKey)}
          />
        </span>
      )}
    </div>
  );
}

const Paused = () => (
  <div class="paused" aria-hidden="true">
    <span class="tile-note">{t('call.sharePaused')}</span>
  </div>
);

/** Absent where the browser has no full screen. */
function FullScreenButton({ tile }: { readonly tile: RefObject<HTMLDivElement | null> }) {
  const { isFull, toggle } = useFullScreen(tile);
  return toggle ? (
    <Button size="small" icon="full" class="on-tile" onClick={toggle}>
      {t(isFull ? 'call.leaveFullScreen' : 'call.fullScreen')}
    </Button>
  ) : null;
}
