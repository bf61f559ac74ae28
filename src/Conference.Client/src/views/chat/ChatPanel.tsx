import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useRecoveredFocus } from '../../hooks';
import { t } from '../../i18n';
import type { ChatModel, ConferenceModel } from '../../state/model';
import { Button, buttonClass } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { Composer } from './Composer';
import type { MessageContext } from './Message';
import { MessageList } from './MessageList';
import { TypingLine } from './TypingLine';
import { useMessageAnnouncements } from './useMessageAnnouncements';

interface Props {
  readonly conference: ConferenceModel;
  readonly onClose: () => void;
}

/** The chat beside a call. */
export function ChatPanel({ conference, onClose }: Props) {
  const { chat } = conference;
  const link = conference.link.value;
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = useRef<(() => HTMLElement | undefined) | undefined>(undefined);
  const context = useMessageContext(chat, link);
  const mayWrite = conference.permissions.value.chat;
  useRecoveredFocus(mayWrite);
  useVisible(chat, atEnd);
  useMessageAnnouncements(chat, true);
  return (
    <aside class="panel" aria-label={t('chat.title')}>
      <Header link={link} onClose={onClose} />
      {nobodyWrote(chat) && <Empty />}
      <MessageList
        messages={chat.messages.value}
        hasEarlier={chat.hasEarlier.value}
        loading={chat.loadingEarlier.value ? 'earlier' : undefined}
        loadEarlier={() => chat.loadEarlier()}
        context={context}
        fullDates={false}
        onAtEnd={setAtEnd}
        toEnd={toEnd}
      />
      <div class="under-log">
        {!atEnd && chat.unread.value > 0 && <NewMessages toEnd={() => toEnd.current?.()} />}
        <TypingLine names={chat.typing.value} />
      </div>
      {mayWrite ? <Composer chat={chat} onSent={() => toEnd.current?.()} /> : <TurnedOff />}
    </aside>
  );
}

function Header({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const search = t('chat.searchHistory');
  return (
    <header>
      <h2>{t('chat.title')}</h2>
      <a
        class={buttonClass({ variant: 'quiet' }, 'icon')}
        href={`${link}/history`}
        target="_blank"
        rel="noopener"
        aria-label={search}
        title={search}
      >
        <Icon name="search" />
      </a>
      <IconButton icon="x" label={t('chat.close')} onClick={onClose} />
    </header>
  );
}

const nobodyWrote = ({ hasEarlier, messages }: ChatModel): boolean =>
  !hasEarlier.value && messages.value.every(({ message }) => message.kind !== 'text');

/** In the place of the composer. */
const TurnedOff = () => (
  <p class="chat-off" role="status">
    {t('chat.turnedOff')}
  </p>
);

/** Below the line that tells of the call's start. */
const Empty = () => (
  <div class="no-messages">
    <p>{t('chat.empty')}</p>
    <p class="small">{t('chat.emptyHelp')}</p>
  </div>
);

/** It goes away when it is pressed: whoever pressed it by a key goes on reading at the end. */
const NewMessages = ({ toEnd }: { readonly toEnd: () => HTMLElement | undefined }) => (
  <Button
    variant="primary"
    size="small"
    icon="down"
    class="to-end"
    onClick={(event) => {
      const newest = toEnd();
      if (event.detail === 0) {
        newest?.focus();
      }
    }}
  >
    {t('chat.newMessages')}
  </Button>
);

function useMessageContext(chat: ChatModel, link: string): MessageContext {
  return useMemo(
    () => ({
      linkTo: (sequence: number) => `${link}/history#m${sequence}`,
      saysYou: true,
      avatarSize: 28,
      query: '',
      onRetry: (key: string) => void chat.retry(key),
      onRemove: (key: string) => void chat.remove(key),
    }),
    [chat, link],
  );
}

/** What is at the end of an open panel in a page that is looked at has been read. */
function useVisible(chat: ChatModel, atEnd: boolean): void {
  useEffect(() => {
    const update = () => chat.setVisible(atEnd && !document.hidden);
    update();
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, [chat, atEnd]);
  useEffect(() => () => chat.setVisible(false), [chat]);
}
