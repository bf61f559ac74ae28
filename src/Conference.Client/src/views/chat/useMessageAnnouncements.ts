import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { ChatModel, MessageModel } from '../../state/model';
import { announce } from '../../ui/announce';

const atMost = 3;

/** Has new messages of others read out while `enabled`. */
export function useMessageAnnouncements(chat: ChatModel, enabled: boolean): void {
  const messages = chat.messages.value;
  const heard = useRef<number | undefined>(undefined);
  useEffect(() => {
    const newest = newestSequence(messages);
    const fresh = unheard(messages, heard.current ?? newest);
    heard.current = newest;
    if (enabled && fresh.length > 0) {
      announce(fresh.slice(-atMost).map(spoken).join('\n'));
    }
  }, [messages, enabled]);
}

const newestSequence = (messages: readonly MessageModel[]): number =>
  messages.findLast((model) => model.message.sequence !== undefined)?.message.sequence ?? 0;

/** From the end, since all of them are there. */
function unheard(messages: readonly MessageModel[], heard: number): readonly MessageModel[] {
  const last = messages.findLastIndex((model) => (model.message.sequence ?? Infinity) <= heard);
  return messages
    .slice(last + 1)
    .filter(
      ({ mine, state, message }) =>
        !mine && state === 'sent' && message.kind === 'text' && message.deleted !== true,
    );
}

const spoken = ({ message: { name = '', text = '' } }: MessageModel): string =>
  t('chat.announcement', { name, text });
