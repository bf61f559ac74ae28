import { useEffect } from 'preact/hooks';
import { useEachFrame } from '../../../hooks';
import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { isOn } from '../../../state/wireMedia';
import { ControlButton } from '../controls/ControlButton';
import { mayToggleMicrophone, toggleMicrophone } from '../controls/microphone';
import { ScreenTile } from '../stage/ScreenTile';
import type { StageTile } from '../../../state/stageTiles';
import { Tile } from '../stage/Tile';
import type { PictureOptions } from './PictureOptions';

interface Props extends PictureOptions {
  /** The window it is drawn in, whose frames come while the page is hidden. */
  readonly view: Window;
  readonly onShown: (tile: StageTile | undefined) => void;
}

/** The call in a small window: the tile that matters, and the own microphone, camera and way out. */
export function PictureView({ conference, settings, scenery, view, onShown }: Props) {
  const { main } = scenery.sceneOf(useEachFrame(conference.participants, view));
  useEffect(() => onShown(main));
  return (
    <div class="picture">
      <main class="picture-tile" aria-label={t('call.stage')}>
        {main?.kind === 'screen' && (
          <ScreenTile key={main.key} {...still(main)} tileKey={main.key} large={false} />
        )}
        {main?.kind === 'camera' && (
          <Tile
            key={main.key}
            {...still(main)}
            mirrored={main.participant.isLocal && settings.settings.value.mirrorVideo}
          />
        )}
      </main>
      <div class="picture-bar" role="toolbar" aria-label={t('call.callControls')}>
        {!conference.chatOnly.value && <Devices conference={conference} />}
        <ControlButton
          label={t('call.leave')}
          icon="leave"
          class="leave"
          onClick={() => void conference.leave()}
        />
      </div>
    </div>
  );
}

const still = ({ participant }: StageTile) => ({ participant, focusable: false, pinned: false });

function Devices({ conference }: { readonly conference: ConferenceModel }) {
  const isHeard = isOn(conference.media.microphone.value);
  const isSeen = isOn(conference.media.camera.value);
  return (
    <>
      {mayToggleMicrophone(conference) && (
        <ControlButton
          label={isHeard ? t('common.muteMicrophone') : t('common.unmuteMicrophone')}
          icon={isHeard ? 'mic' : 'mic-off'}
          class={isHeard ? undefined : 'off'}
          data-state={isHeard ? 'on' : 'off'}
          onClick={() => toggleMicrophone(conference)}
        />
      )}
      <ControlButton
        label={isSeen ? t('common.turnCameraOff') : t('common.turnCameraOn')}
        icon={isSeen ? 'cam' : 'cam-off'}
        class={isSeen ? undefined : 'off'}
        data-state={isSeen ? 'on' : 'off'}
        onClick={() => void conference.toggleCamera()}
      />
    </>
  );
}
