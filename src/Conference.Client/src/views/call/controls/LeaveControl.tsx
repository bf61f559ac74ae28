import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { MenuButton } from '../../../ui/MenuButton';
import { Caret } from './Caret';
import { ControlButton } from './ControlButton';

interface Props {
  readonly conference: ConferenceModel;
  readonly isPhone: boolean;
  readonly onEndCall: () => void;
}

/** Leaves at once; hosts can end the call too, on a phone from `More`. */
export function LeaveControl({ conference, isPhone, onEndCall }: Props) {
  const leave = () => void conference.leave();
  const button = (
    <ControlButton
      label={t('call.leave')}
      icon="leave"
      class="leave"
      aria-keyshortcuts="Shift+L"
      onClick={leave}
    >
      {!isPhone && t('call.leave')}
    </ControlButton>
  );
  return isPhone || !conference.isHost.value ? (
    button
  ) : (
    <span class="split leaving">
      {button}
      <MenuButton
        label={t('call.leaveOptions')}
        items={[
          { label: t('call.leaveRoom'), icon: 'leave', onSelect: leave },
          {
            label: t('hosting.endCallForEveryone'),
            icon: 'x',
            danger: true,
            onSelect: onEndCall,
          },
        ]}
        side="above"
        render={(caret) => <Caret button={caret} />}
      />
    </span>
  );
}
