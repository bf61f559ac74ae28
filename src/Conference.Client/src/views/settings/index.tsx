import { t } from '../../i18n';
import { lazyDialog } from '../../ui/lazyDialog';
import type { SettingsDialogProps } from './SettingsDialog';

/** The dialog `Settings`, fetched when it is opened for the first time. */
export const SettingsDialog = lazyDialog<SettingsDialogProps>({
  title: () => t('settings.title'),
  load: async () => (await import('./SettingsDialog')).SettingsDialog,
});
