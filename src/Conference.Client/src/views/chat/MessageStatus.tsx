import { t } from '../../i18n';
import type { MessageState } from '../../state/model';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly state: MessageState;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** What became of an own message: nothing to say once it is sent. */
export function MessageStatus({ state, onRetry, onRemove }: Props) {
  if (state === 'sending') {
    return (
      <p class="state sending">
        <Icon name="clock" size={16} />
        {t('chat.sending')}
      </p>
    );
  }
  if (state === 'failed') {
    return (
      <p class="state fail">
        <Icon name="alert" size={16} />
        <span role="alert">{t('chat.notSent')}</span>
        <button type="button" onClick={onRetry}>
          {t('chat.retry')}
        </button>
        <button type="button" onClick={onRemove}>
          {t('chat.delete')}
        </button>
      </p>
    );
  }
  return null;
}
