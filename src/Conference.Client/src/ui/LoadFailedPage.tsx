import { t } from '../i18n';
import { Button } from './Button';
import { MessagePage } from './MessagePage';

/** In the place of a page whose code cannot be fetched. */
export const LoadFailedPage = ({ onRetry }: { readonly onRetry: () => void }) => (
  <MessagePage icon="alert" title={t('common.viewNotLoaded')}>
    <Button variant="primary" icon="refresh" onClick={onRetry}>
      {t('common.tryAgain')}
    </Button>
  </MessagePage>
);
