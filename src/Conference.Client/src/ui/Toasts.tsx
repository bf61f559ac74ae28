import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTimeout } from '../hooks/useTimeout';
import { t } from '../i18n';
import { Button } from './Button';
import { openModals } from './modals';
import { dismissToast, toasts, type ToastAction, type ToastEntry } from './toast';

interface Props {
  /** The dialog it stands in, from 1; 0 is the page. Only the topmost place is seen and heard. */
  readonly level: number;
}

/** There from the start and heard politely: what comes into it is read once. */
export function Toasts({ level }: Props) {
  const region = useRef<HTMLDivElement>(null);
  const onFocusIn = useFocusGivenBack(region);
  const shown = openModals.value === level ? toasts.value : [];
  return (
    <div
      ref={region}
      class="toasts"
      role="status"
      aria-atomic="false"
      aria-label={t('common.notifications')}
      onFocusIn={onFocusIn}
    >
      {shown.map((entry) => (
        <Toast key={entry.key} entry={entry} />
      ))}
    </div>
  );
}

/** A toast that goes with focus in it gives it back to where it came from. */
function useFocusGivenBack(region: RefObject<HTMLElement | null>) {
  const cameFrom = useRef<HTMLElement | undefined>(undefined);
  const hadFocus = region.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) {
      const target = cameFrom.current?.isConnected ? cameFrom.current : mainPart();
      target?.focus({ preventScroll: true });
    }
  });
  return ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !region.current?.contains(relatedTarget)) {
      cameFrom.current = relatedTarget;
    }
  };
}

const mainPart = () => document.getElementById('main');

interface ToastProps {
  readonly entry: ToastEntry;
}

function Toast({ entry }: ToastProps) {
  const { key, content, lead, actions } = entry;
  const [held, setHeld] = useState(false);
  const hasActions = actions.length > 0;
  useTimeout(() => dismissToast(key), held ? undefined : hasActions ? 10_000 : 5_000);
  const hold = hasActions ? () => setHeld(true) : undefined;
  const release = () => setHeld(false);
  return (
    <div
      class="toast"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusCapture={hold}
      onBlurCapture={release}
    >
      {lead}
      <p>{content}</p>
      {actions.map((action) => (
        <ActionButton
          key={action.label}
          action={action}
          onSelect={() => {
            dismissToast(key);
            action.onSelect();
          }}
        />
      ))}
    </div>
  );
}

interface ActionProps {
  readonly action: ToastAction;
  readonly onSelect: () => void;
}

const ActionButton = ({ action, onSelect }: ActionProps) => (
  <Button
    variant={action.primary ? 'primary' : 'quiet'}
    size="small"
    aria-label={action.name}
    onClick={onSelect}
  >
    {action.label}
  </Button>
);
