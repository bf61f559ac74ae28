import { t } from '../i18n';
import { Spinner } from './Spinner';

/** Says nothing for what takes a moment, then that it takes one. */
export const WaitingPage = () => (
  <main id="main" class="page waiting" tabIndex={-1} aria-busy="true">
    <p class="row muted late">
      <Spinner />
      {t('common.loading')}
    </p>
  </main>
);
