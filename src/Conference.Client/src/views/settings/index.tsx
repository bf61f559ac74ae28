import { t } from '../../i18n';
import { Button, Dialog } from '../../ui';
import { lazyView } from '../../ui/lazyView';
import type { SettingsDialogProps } from './SettingsDialog';

interface FailedProps {
  readonly view: SettingsDialogProps;
  readonly onRetry: () => void;
}

const SettingsFailed = ({ view, onRetry }: FailedProps) => (
  <Dialog title={t('settings.title')} onClose={view.onClose}>
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

/** The dialog `Settings`, fetched when it is opened for the first time. */
export const { View: SettingsDialog } = lazyView<SettingsDialogProps>({
  load: async () => (await import('./SettingsDialog')).SettingsDialog,
  Waiting: () => null,
  Failed: SettingsFailed,
});
