import { useTitle } from '../hooks';
import { t } from '../i18n';
import { buttonClass, Link } from '../ui';
import { MessagePage } from '../ui/MessagePage';

export function NotFoundPage() {
  useTitle(t('common.roomTitle', { title: t('common.pageNotFound') }));
  return (
    <MessagePage icon="search" title={t('common.pageNotFound')} text={t('common.pageNotFoundHelp')}>
      <Link class={buttonClass({ variant: 'primary' })} href="/">
        {t('common.backToHome')}
      </Link>
    </MessagePage>
  );
}
