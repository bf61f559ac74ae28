import { t } from '../../i18n';
import type { HistoryModel } from '../../state/model';
import { Button, buttonClass } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/routing';

interface Props {
  readonly history: HistoryModel;
  readonly phase: 'noAccess' | 'notFound' | 'unreachable';
  readonly onRetry: () => void;
}

const ends = {
  noAccess: { icon: 'lock', title: 'history.noAccess', help: 'history.noAccessHelp' },
  notFound: { icon: 'search', title: 'common.roomNotFound', help: 'common.roomNotFoundHelp' },
  unreachable: { icon: 'alert', title: 'history.unreachable', help: 'history.unreachableHelp' },
} as const;

/** A history that cannot be shown: why, and what to do. */
export function DeadEnd({ history, phase, onRetry }: Props) {
  const { icon, title, help } = ends[phase];
  return (
    <div class="card blank dead-end">
      <span class="ico">
        <Icon name={icon} size={24} />
      </span>
      <h1>{t(title)}</h1>
      <p>{t(help)}</p>
      <div class="row">
        {phase === 'noAccess' && (
          <Link class={buttonClass({ variant: 'primary' })} href={`/r/${history.code}`}>
            {t('history.askToJoin')}
          </Link>
        )}
        {phase === 'unreachable' && (
          <Button variant="primary" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        )}
        <Link class={buttonClass({ variant: 'quiet' })} href="/">
          {t('common.backToHome')}
        </Link>
      </div>
    </div>
  );
}
