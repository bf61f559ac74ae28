import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { deliberateAfter, isFramed } from '../framed';
import { t } from '../i18n';
import { useFocusReturn } from '../hooks/useFocusReturn';
import { Button } from './Button';
import { classNames } from './classNames';
import { DialogBody, focusable } from './DialogBody';
import { IconButton } from './IconButton';
import { useModalLevel } from './modals';
import { Toasts } from './Toasts';

function focusFirst(dialog: HTMLElement): void {
  const first =
    dialog.querySelector<HTMLElement>('[data-autofocus]') ??
    dialog.querySelector<HTMLElement>(`:not(header) > :is(${focusable})`) ??
    dialog.querySelector<HTMLElement>(focusable);
  first?.focus();
}

interface ModalProps {
  readonly role?: 'alertdialog';
  readonly class?: string | undefined;
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly onClose: () => void;
  /** Pressing beside it closes it. */
  readonly lightDismiss: boolean;
  readonly children: ComponentChildren;
}

/** A native modal dialog: the browser keeps focus inside and everything behind it inert. */
function Modal(props: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const level = useModalLevel();
  useFocusReturn();
  useLayoutEffect(() => {
    if (dialog.current) {
      dialog.current.showModal();
      focusFirst(dialog.current);
    }
  }, []);
  return (
    <dialog
      ref={dialog}
      role={props.role}
      class={classNames('dialog', props.class)}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) {
          props.onClose();
        }
      }}
      onPointerDown={(event) => {
        if (props.lightDismiss && event.target === event.currentTarget && isBeside(event)) {
          props.onClose();
        }
      }}
    >
      {props.children}
      <Toasts level={level} />
      <div class="sr" role="status" data-live="status" />
      <div class="sr" role="alert" data-live="alert" />
    </dialog>
  );
}

function isBeside(event: PointerEvent): boolean {
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const inside =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  return !inside;
}

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly class?: string | undefined;
  /** Buttons at the bottom. */
  readonly footer?: ComponentChildren;
  /** The children bring their own scrolling parts. */
  readonly bare?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Modal, named by its heading, closed by `Close`, Escape or pressing beside it; focus returns to the opener. */
export function Dialog({ title, onClose, class: extra, footer, bare, children }: DialogProps) {
  const id = useId();
  return (
    <Modal class={extra} labelledBy={id} onClose={onClose} lightDismiss>
      <header>
        <h2 id={id}>{title}</h2>
        <IconButton icon="x" label={t('common.close')} onClick={onClose} />
      </header>
      {bare ? children : <DialogBody>{children}</DialogBody>}
      {footer && <footer>{footer}</footer>}
    </Modal>
  );
}

interface AlertDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly danger?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** A question that must be answered; Escape is `Cancel`, which has focus. In another site's frame it has to be there for a while. */
export function AlertDialog(props: AlertDialogProps) {
  const id = useId();
  const untouchedSince = useRef(performance.now());
  const confirm = () => {
    const before = untouchedSince.current;
    untouchedSince.current = performance.now();
    if (!isFramed() || untouchedSince.current - before >= deliberateAfter) {
      props.onConfirm();
    }
  };
  return (
    <Modal
      role="alertdialog"
      labelledBy={id}
      describedBy={`${id}-about`}
      onClose={props.onCancel}
      lightDismiss={false}
    >
      <header>
        <h2 id={id}>{props.title}</h2>
      </header>
      <DialogBody id={`${id}-about`}>{props.children}</DialogBody>
      <footer>
        <Button variant="quiet" data-autofocus onClick={props.onCancel}>
          {t('common.cancel')}
        </Button>
        <Button variant={props.danger ? 'danger' : 'primary'} onClick={confirm}>
          {props.confirm}
        </Button>
      </footer>
    </Modal>
  );
}
