import { t } from '../../i18n';
import type { ChatMessage, RoomListItem } from '../../signaling/protocol.generated';

/** One line about what was said or happened last. */
export function lastMessageText({ lastMessage, personId }: RoomListItem): string {
  if (!lastMessage) {
    return t('home.noMessages');
  }
  if (lastMessage.deleted === true) {
    return t('home.messageDeleted');
  }
  return lastMessage.kind === 'text' ? said(lastMessage, personId) : happened(lastMessage);
}

function said({ personId: writer, name = '', text = '' }: ChatMessage, reader: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return t('home.saidBy', { name: writer === reader ? t('home.you') : name, text: oneLine });
}

const happened = ({ kind, name = '' }: ChatMessage): string =>
  kind === 'callStarted' ? t('home.callStarted', { name }) : t('home.callEnded');
