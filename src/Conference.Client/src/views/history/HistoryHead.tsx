import { formatDate, formatNumber, t } from '../../i18n';
import type { HistoryModel } from '../../state/model';
import type { HistoryInfo } from '../../signaling/protocol.generated';
import { buttonClass } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/routing';

/** Which room this is, the way into it and the way back. An empty history offers the way in itself. */
export function HistoryHead({ history }: { readonly history: HistoryModel }) {
  const info = history.info.value;
  return (
    <div class="hist-head">
      <Link
        class={buttonClass({ variant: 'quiet' }, 'icon')}
        href="/"
        aria-label={t('common.backToHome')}
      >
        <Icon name="back" />
      </Link>
      <div class="grow">
        <h1 class="clip">
          {info === undefined ? <Waiting /> : info.title || t('common.untitledRoom')}
        </h1>
        <p class="muted small">{info === undefined ? '\u00a0' : subtitle(info)}</p>
      </div>
      {history.phase.value !== 'empty' && (
        <Link class={buttonClass({ variant: 'primary' })} href={`/r/${history.code}`}>
          <Icon name="cam" />
          {t('history.openRoom')}
        </Link>
      )}
    </div>
  );
}

/** Keeps the line's height; only a screen reader is told. */
const Waiting = () => (
  <>
    <span class="sr">{t('common.loading')}</span>&nbsp;
  </>
);

function subtitle({ messageCount, firstMessageAt }: HistoryInfo): string {
  if (messageCount === 0 || firstMessageAt === undefined) {
    return t('history.noMessages');
  }
  const values = { count: messageCount, number: formatNumber(messageCount) };
  return t('history.messagesSince', { ...values, date: formatDate(firstMessageAt) });
}
