import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { classNames } from '../../../ui/classNames';
import { ControlButton } from './ControlButton';
import { isHandRaised, toggleHand } from './hand';

interface Props {
  readonly conference: ConferenceModel;
}

export function HandButton({ conference }: Props) {
  const isRaised = isHandRaised(conference);
  return (
    <ControlButton
      label={isRaised ? t('call.lowerHand') : t('call.raiseHand')}
      icon="hand"
      class={classNames('hand', isRaised && 'on')}
      data-state={isRaised ? 'on' : 'off'}
      aria-keyshortcuts="H"
      onClick={() => toggleHand(conference)}
    />
  );
}
