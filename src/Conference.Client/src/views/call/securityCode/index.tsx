import { t } from '../../../i18n';
import { lazyDialog } from '../../../ui/lazyDialog';

export const SecurityCodeDialog = lazyDialog({
  title: () => t('code.title'),
  load: async () => (await import('./SecurityCodeDialog')).SecurityCodeDialog,
});
