import { useState } from 'preact/hooks';
import { useTimeout } from '../hooks/useTimeout';
import { t } from '../i18n';
import { Button } from './Button';
import { dismissToast, toasts, type ToastEntry } from './toast';

/** There from page load and heard politely: what comes into it is read once. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-atomic="false" aria-label={t('common.notifications')}>
      {toasts.value.map((entry) => (
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
