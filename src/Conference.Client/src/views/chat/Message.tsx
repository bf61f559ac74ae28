import { useState } from 'preact/hooks';
import { formatTime, t } from '../../i18n';
import type { MessageModel } from '../../state/model';
import { Avatar } from '../../ui/Avatar';
import { classNames } from '../../ui/classNames';
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
  const [active, setActive] = useState(false);
  const { message, state, first } = model;
  const name = model.mine && context.saysYou ? undefined : (message.name ?? '');
  return (
    <article
      class={classNames('msg', first && 'first', found && 'found', active && 'hover')}
      data-testid="message"
      data-seq={message.sequence}
      data-state={state}
      aria-label={messageLabel(model, name)}
      aria-current={found ? 'true' : undefined}
      tabIndex={-1}
      {...activation(setActive)}
    >
      {first && <Author model={model} name={name} size={context.avatarSize} />}
      <MessageText text={message.text ?? ''} query={context.query} tabbable={active} />
      <MessageStatus
        state={state}
        onRetry={() => context.onRetry?.(model.key)}
        onRemove={() => context.onRemove?.(model.key)}
      />
      {active && <MessageActions model={model} linkTo={context.linkTo} />}
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

/** A message shows its actions while a mouse is over it or focus is in it, which a tap gives it. */
function activation(setActive: (active: boolean) => void) {
  return {
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') {
        setActive(true);
      }
    },
    onPointerLeave: (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && !holdsFocus(event.currentTarget)) {
        setActive(false);
      }
    },
    onFocusIn: () => setActive(true),
    onFocusOut: (event: FocusEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (!(
        currentTarget instanceof Element &&
        relatedTarget instanceof Node &&
        currentTarget.contains(relatedTarget)
      )) {
        setActive(false);
      }
    },
  };
}

const holdsFocus = (target: EventTarget | null): boolean =>
  target instanceof Element && target.contains(document.activeElement);
