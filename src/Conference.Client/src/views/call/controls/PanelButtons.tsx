import { useEachFrame } from '../../../hooks';
import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { ControlButton } from './ControlButton';

interface Props {
  readonly conference: ConferenceModel;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function ChatButton({ conference, isOpen, onToggle }: Props) {
  const unread = conference.chat.unread.value;
  return (
    <ControlButton
      label={unread > 0 ? t('call.chatUnread', { count: unread }) : t('call.chat')}
      icon="chat"
      badge={unread}
      class={isOpen ? 'on' : undefined}
      data-panel="chat"
      aria-expanded={isOpen}
      aria-keyshortcuts="C"
      onClick={onToggle}
    />
  );
}

export function PeopleButton({ conference, isOpen, onToggle }: Props) {
  const count = useEachFrame(conference.participants).length;
  const waiting = useEachFrame(conference.lobby).length;
  return (
    <ControlButton
      label={
        waiting > 0
          ? t('call.peopleAndLobby', { count, waiting })
          : t('call.peopleCount', { count })
      }
      icon="people"
      badge={waiting}
      badgeTone="warn"
      class={isOpen ? 'on' : undefined}
      data-panel="people"
      aria-expanded={isOpen}
      aria-keyshortcuts="P"
      onClick={onToggle}
    >
      <span class="num">{count}</span>
    </ControlButton>
  );
}
