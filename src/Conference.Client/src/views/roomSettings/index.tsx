import { t } from '../../i18n';
import { Button, Dialog } from '../../ui';
import { lazyView } from '../../ui/lazyView';
import type { RoomSettingsProps } from './RoomSettingsDialog';

interface FailedProps {
  readonly view: RoomSettingsProps;
  readonly onRetry: () => void;
}

const RoomSettingsFailed = ({ view, onRetry }: FailedProps) => (
  <Dialog title={t('roomSettings.title')} onClose={view.onClose}>
    <div class="stack">
      <p>{t('common.viewNotLoaded')}</p>
      <div class="row end">
        <Button variant="primary" icon="refresh" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </div>
    </div>
  </Dialog>
);

/** The dialog `Room settings`, fetched when it is opened for the first time. */
export const { View: RoomSettingsDialog } = lazyView<RoomSettingsProps>({
  load: async () => (await import('./RoomSettingsDialog')).RoomSettingsDialog,
  Waiting: () => null,
  Failed: RoomSettingsFailed,
});
