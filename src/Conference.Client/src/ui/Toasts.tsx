import { useState } from 'preact/hooks';
import { useTimeout } from '../hooks/useTimeout';
import { t } from '../i18n';
import { Button } from './Button';
import { openModals } from './modals';
import { dismissToast, toasts, type ToastEntry } from './toast';

interface Props {
  /** The dialog it stands in, from 1; 0 is the page. Only the topmost place is seen and heard. */
  readonly level: number;
}

/** There from the start and heard politely: what comes into it is read once. */
export function Toasts({ level }: Props) {
  const shown = openModals.value === level ? toasts.value : [];
  return (
    <div class="toasts" role="status" aria-atomic="false" aria-label={t('common.notifications')}>
      {shown.map((entry) => (
        <Toast key={entry.key} entry={entry} />
      ))}
    </div>
  );
}

function Toast({ entry }: { readonly entry: ToastEntry }) {
  const { key, content, action } = entry;
  const [held, setHeld] = useState(false);
  useTimeout(() => dismissToast(key), held ? undefined : action ? 10_000 : 5_000);
  const hold = action ? () => setHeld(true) : undefined;
  const release = () => setHeld(false);
  return (
    <div
      class="toast"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusCapture={hold}
      onBlurCapture={release}
    >
      <p>{content}</p>
      {action && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            dismissToast(key);
            action.onSelect();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}
