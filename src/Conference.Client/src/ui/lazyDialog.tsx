import type { ComponentType } from 'preact';
import { t } from '../i18n';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { lazyView } from './lazyView';

interface Closable {
  readonly onClose: () => void;
}

interface Options<Props extends Closable> {
  readonly title: () => string;
  readonly load: () => Promise<ComponentType<Props>>;
}

interface FailedProps<Props> {
  readonly view: Props;
  readonly onRetry: () => void;
}

/** A dialog that is fetched when it is opened for the first time, or says that this did not work. */
export function lazyDialog<Props extends Closable>({ title, load }: Options<Props>) {
  const Failed = ({ view, onRetry }: FailedProps<Props>) => (
    <Dialog title={title()} onClose={view.onClose}>
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
  return lazyView<Props>({ load, Waiting: () => null, Failed }).View;
}
