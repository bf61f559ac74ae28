import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { MenuButton } from '../../../ui/MenuButton';
import { MutedTip } from '../notices/MutedTip';
import { Caret } from './Caret';
import { ControlButton } from './ControlButton';
import { microphoneItems } from './deviceItems';
import { LevelBars } from './LevelBars';

interface Props {
  readonly conference: ConferenceModel;
  readonly onSettings: () => void;
}

/** Mutes and unmutes, and chooses what is heard and where sound comes out. */
export function MicrophoneControl({ conference, onSettings }: Props) {
  const { media } = conference;
  const isOn = media.microphone.value === 'on';
  const off = isOn ? undefined : 'off';
  return (
    <span class="split">
      <ControlButton
        label={isOn ? t('common.muteMicrophone') : t('common.unmuteMicrophone')}
        icon={isOn ? 'mic' : 'mic-off'}
        class={off}
        data-state={isOn ? 'on' : 'off'}
        aria-keyshortcuts="D"
        onClick={() => void conference.toggleMicrophone()}
      >
        {isOn && <LevelBars level={media.level} />}
      </ControlButton>
      <MenuButton
        label={t('call.microphoneOptions')}
        items={microphoneItems(media, onSettings)}
        side="above"
        render={(button) => <Caret button={button} class={off} />}
      />
      <MutedTip conference={conference} />
    </span>
  );
}
