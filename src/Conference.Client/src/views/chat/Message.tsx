import { useRef } from 'preact/hooks';
import { useAttention } from '../../hooks';
import { formatTime, t } from '../../i18n';
import type { MessageModel } from '../../state/model';
import { Avatar } from '../../ui/Avatar';
import { classNames } from '../../ui/classNames';
import { focusBeside } from './lines';
import { MessageActions } from './MessageActions';
import { MessageStatus } from './MessageStatus';
import { MessageText } from './MessageText';
import { messageLabel } from './names';

/** What all messages of a list have in common. */
export interface MessageContext {
  /** The address of this message in the history page. */
  readonly linkTo: (sequence: number) => string;
  /** The reader's own messages are from `You`. */
  readonly saysYou: boolean;
  readonly avatarSize?: 28;
  readonly query: string;
  /** Absent where nothing is sent. */
  readonly onRetry?: (key: string) => void;
  readonly onRemove?: (key: string) => void;
}

interface Props {
  readonly model: MessageModel;
  readonly context: MessageContext;
  readonly found: boolean;
}

export function Message({ model, context, found }: Props) {
  const article = useRef<HTMLElement>(null);
  const { attention, handlers } = useAttention();
  const { message, state, first } = model;
  const isActive = attention !== 'none';
  const hasFocus = attention === 'focus';
  const name = model.mine && context.saysYou ? undefined : (message.name ?? '');
  return (
    <article
      ref={article}
      class={classNames('msg', first && 'first', found && 'found', isActive && 'hover')}
      data-testid="message"
      data-seq={message.sequence}
      data-state={state}
      aria-label={messageLabel(model, name)}
      aria-current={found ? 'true' : undefined}
      tabIndex={-1}
      {...handlers}
    >
      {first && <Author model={model} name={name} size={context.avatarSize} />}
      {message.deleted === true ? (
        <p class="gone">{t('chat.deleted')}</p>
      ) : (
        <MessageText text={message.text ?? ''} query={context.query} tabbable={hasFocus} />
      )}
      <MessageStatus
        state={state}
        onRetry={() => {
          article.current?.focus();
          context.onRetry?.(model.key);
        }}
        onRemove={() => {
          focusBeside(article.current);
          context.onRemove?.(model.key);
        }}
      />
      {isActive && <MessageActions model={model} linkTo={context.linkTo} tabbable={hasFocus} />}
    </article>
  );
}

interface AuthorProps {
  readonly model: MessageModel;
  readonly name: string | undefined;
  readonly size: 28 | undefined;
}

function Author({ model: { message }, name, size }: AuthorProps) {
  return (
    <>
      <Avatar personId={message.personId ?? ''} name={message.name ?? ''} {...(size && { size })} />
      <p class="by">
        <strong>{name ?? t('chat.you')}</strong>
        <time dateTime={message.sentAt}>{formatTime(message.sentAt)}</time>
      </p>
    </>
  );
}
