import { t } from '../../i18n';
import type { ParticipantModel } from '../../state/model';
import { Avatar } from '../../ui/Avatar';
import { Chip } from '../../ui/Chip';
import { Icon } from '../../ui/Icon';
import type { PersonContext } from './personItems';
import { PersonMenu } from './PersonMenu';
import { personState } from './personState';

interface Props {
  readonly participant: ParticipantModel;
  readonly context: PersonContext;
}

/** One line of the roster. */
export function PersonRow({ participant, context }: Props) {
  const { info, isLocal, handPlace } = participant;
  const state = personState(participant);
  return (
    <li class="person" data-participant={info.id} data-row={info.id}>
      <Avatar personId={info.personId} name={info.name} />
      <span class="who">
        <b class="clip">
          {info.name}
          {isLocal && <span class="own"> {t('people.you')}</span>}
        </b>
        {state && <small class="clip">{t(state)}</small>}
      </span>
      {info.isHost && <Chip>{t('common.host')}</Chip>}
      {info.recordingSince && (
        <Chip tone="danger">
          <Icon name="record" size={16} />
          <span class="sr">{t('people.recording')}</span>
        </Chip>
      )}
      {info.media.screen !== 'off' && (
        <Chip tone="accent">
          <Icon name="screen" size={16} />
          <span class="sr">{t('people.sharing')}</span>
        </Chip>
      )}
      {handPlace !== undefined && (
        <Chip tone="warn">
          <Icon name="hand" size={16} />
          <span class="sr">{t('people.handRaised')}</span> {handPlace}
        </Chip>
      )}
      {!info.chatOnly && <Devices participant={participant} />}
      <PersonMenu participant={participant} context={context} size="small" />
    </li>
  );
}

function Devices({ participant: { info, speaking } }: { readonly participant: ParticipantModel }) {
  const microphoneOn = info.media.microphone === 'on';
  const cameraOn = info.media.camera === 'on';
  return (
    <span class="st">
      {!cameraOn && <Icon name="cam-off" />}
      {microphoneOn ? <Icon name="mic" class={speaking ? 'live' : ''} /> : <Icon name="mic-off" />}
      <span class="sr">
        {t(microphonePhrase(microphoneOn, info.mutedByHost === true))}
        {!cameraOn && `, ${t('people.cameraOff')}`}
      </span>
    </span>
  );
}

function microphonePhrase(isOn: boolean, mutedByHost: boolean) {
  if (isOn) {
    return 'people.microphoneOn';
  }
  return mutedByHost ? 'people.mutedByHost' : 'people.muted';
}
