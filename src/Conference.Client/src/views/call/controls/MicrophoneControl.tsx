import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { isOn } from '../../../state/wireMedia';
import { Icon } from '../../../ui/Icon';
import { MenuButton } from '../../../ui/MenuButton';
import { MutedTip } from '../notices/MutedTip';
import { Caret } from './Caret';
import { ControlButton } from './ControlButton';
import { microphoneItems } from './deviceItems';
import { LevelBars } from './LevelBars';
import { mayToggleMicrophone, toggleMicrophone } from './microphone';

interface Props {
  readonly conference: ConferenceModel;
  readonly onSettings: () => void;
}

/** Mutes and unmutes, and chooses what is heard and where sound comes out. */
export function MicrophoneControl({ conference, onSettings }: Props) {
  const { media } = conference;
  const off = isOn(media.microphone.value) ? undefined : 'off';
  return (
    <span class="split">
      {mayToggleMicrophone(conference) ? <Toggle conference={conference} /> : <Silenced />}
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

function Toggle({ conference }: Pick<Props, 'conference'>) {
  const { media } = conference;
  const isHeard = isOn(media.microphone.value);
  return (
    <ControlButton
      label={isHeard ? t('common.muteMicrophone') : t('common.unmuteMicrophone')}
      icon={isHeard ? 'mic' : 'mic-off'}
      class={isHeard ? undefined : 'off'}
      data-state={isHeard ? 'on' : 'off'}
      aria-keyshortcuts="D"
      onClick={() => toggleMicrophone(conference)}
    >
      {isHeard && <LevelBars level={media.level} />}
    </ControlButton>
  );
}

/** In the place of the button, so that nothing moves, where there is nothing to press. */
const Silenced = () => (
  <span class="ctl off silenced" title={t('call.mayNotUnmute')}>
    <Icon name="mic-off" />
    <span class="sr">{t('call.mayNotUnmute')}</span>
  </span>
);
