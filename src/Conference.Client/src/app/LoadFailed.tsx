import { t } from '../i18n';
import { Button } from '../ui';
import { MessagePage } from '../ui/MessagePage';

export const LoadFailed = ({ onRetry }: { readonly onRetry: () => void }) => (
  <MessagePage icon="alert" title={t('common.viewNotLoaded')}>
    <Button variant="primary" icon="refresh" onClick={onRetry}>
      {t('common.tryAgain')}
    </Button>
  </MessagePage>
);
