import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { ControlButton } from './ControlButton';
import { isSharing } from './share';

interface Props {
  readonly conference: ConferenceModel;
}

export function ShareButton({ conference }: Props) {
  const isOn = isSharing(conference);
  return (
    <ControlButton
      label={isOn ? t('call.stopSharing') : t('call.shareScreen')}
      icon="screen"
      class={isOn ? 'on' : undefined}
      data-state={isOn ? 'on' : 'off'}
      aria-keyshortcuts="S"
      onClick={() => void conference.toggleScreen()}
    />
  );
}
