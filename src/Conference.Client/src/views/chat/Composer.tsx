import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { ChatModel } from '../../state/model';
import { IconButton } from '../../ui/IconButton';

const longest = 4000;

interface Props {
  readonly chat: ChatModel;
  /** An own message is on its way: the list goes to its end. */
  readonly onSent: () => void;
}

/** Where a message is written: Enter sends, Shift+Enter makes a line. */
export function Composer({ chat, onSent }: Props) {
  const draft = chat.draft.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const length = draft.trim().length;
  const excess = Math.max(0, length - longest);
  const canSend = length > 0 && excess === 0;
  useGrowth(field, draft);

  const send = () => {
    if (canSend) {
      void chat.send();
      onSent();
    }
  };

  return (
    <form
      class="composer"
      aria-label={t('chat.composer')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        aria-label={t('chat.message')}
        aria-describedby={excess > 0 ? hint : undefined}
        aria-invalid={excess > 0}
        placeholder={t('chat.placeholder')}
        enterkeyhint="send"
        autocomplete="off"
        value={draft}
        onInput={(event) => chat.setDraft(event.currentTarget.value)}
        onKeyDown={(event) => onEnter(event, send)}
      />
      <div class="row">
        <p class="excess grow" id={hint}>
          {excess > 0 && t('chat.tooLong', { count: excess })}
        </p>
        <IconButton
          type="submit"
          icon="send"
          label={t('chat.send')}
          variant="primary"
          size="small"
          aria-disabled={!canSend}
        />
      </div>
    </form>
  );
}

/** The Enter that ends a composition (IME) chooses a word and sends nothing; Safari tells it by the key code alone. */
function onEnter(event: KeyboardEvent, send: () => void): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari has no other sign of it
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !composing) {
    event.preventDefault();
    send();
  }
}

/** As high as its text; the style sheet ends it at six lines. */
function useGrowth(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    if (field.current) {
      field.current.style.height = 'auto';
      field.current.style.height = `${field.current.scrollHeight}px`;
    }
  }, [field, text]);
}
