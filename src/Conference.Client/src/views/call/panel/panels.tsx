import { t } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { lazyView } from '../../../ui/lazyView';
import { Spinner } from '../../../ui/Spinner';

interface FailedProps {
  readonly onRetry: () => void;
}

const Waiting = () => (
  <aside class="panel">
    <div class="empty">
      <Spinner />
    </div>
  </aside>
);

const Failed = ({ onRetry }: FailedProps) => (
  <aside class="panel">
    <div class="empty">
      <p>{t('common.viewNotLoaded')}</p>
      <Button variant="primary" icon="refresh" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  </aside>
);

/** Fetched once the call is open: nobody writes before. */
export const chatPanel = lazyView({
  load: async () => (await import('../../chat/ChatPanel')).ChatPanel,
  Waiting,
  Failed,
});

export const peoplePanel = lazyView({
  load: async () => (await import('../../people/PeoplePanel')).PeoplePanel,
  Waiting,
  Failed,
});
