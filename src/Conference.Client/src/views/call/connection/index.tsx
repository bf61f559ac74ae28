import { t } from '../../../i18n';
import { lazyDialog } from '../../../ui/lazyDialog';

export const ConnectionDialog = lazyDialog({
  title: () => t('connection.title'),
  load: async () => (await import('./ConnectionDialog')).ConnectionDialog,
});
