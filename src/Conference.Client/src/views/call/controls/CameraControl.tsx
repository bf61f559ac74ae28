import { t } from '../../../i18n';
import type { ConferenceModel, SettingsModel } from '../../../state/model';
import { isOn } from '../../../state/wireMedia';
import { MenuButton } from '../../../ui/MenuButton';
import { Caret } from './Caret';
import { ControlButton } from './ControlButton';
import { cameraItems } from './deviceItems';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly onSettings: () => void;
}

/** Turns the camera on and off, and chooses which one. */
export function CameraControl({ conference, settings, onSettings }: Props) {
  const { media } = conference;
  const isSeen = isOn(media.camera.value);
  const off = isSeen ? undefined : 'off';
  return (
    <span class="split">
      <ControlButton
        label={isSeen ? t('common.turnCameraOff') : t('common.turnCameraOn')}
        icon={isSeen ? 'cam' : 'cam-off'}
        class={off}
        data-state={isSeen ? 'on' : 'off'}
        aria-keyshortcuts="E"
        onClick={() => void conference.toggleCamera()}
      />
      <MenuButton
        label={t('call.cameraOptions')}
        items={cameraItems(media, settings, onSettings)}
        side="above"
        render={(button) => <Caret button={button} class={off} />}
      />
    </span>
  );
}
