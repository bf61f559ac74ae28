import { t } from '../../i18n';
import { lazyDialog } from '../../ui/lazyDialog';
import type { RoomSettingsProps } from './RoomSettingsDialog';

/** The dialog `Room settings`, fetched when it is opened for the first time. */
export const RoomSettingsDialog = lazyDialog<RoomSettingsProps>({
  title: () => t('roomSettings.title'),
  load: async () => (await import('./RoomSettingsDialog')).RoomSettingsDialog,
});
