import type { ComponentChildren, ButtonHTMLAttributes, Ref } from 'preact';
import { classNames } from './classNames';
import { Icon, type IconName } from './Icon';
import { Spinner } from './Spinner';

export type ButtonVariant = 'primary' | 'secondary' | 'outline' | 'quiet' | 'danger' | 'textDanger';
export type ButtonSize = 'small' | 'big';

const variants: Readonly<Record<ButtonVariant, string | undefined>> = {
  primary: 'primary',
  secondary: undefined,
  outline: 'outline',
  quiet: 'quiet',
  danger: 'danger',
  textDanger: 'text-danger',
};

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly wide?: boolean | undefined;
}

/** The classes of a button, for links that look like one. */
export const buttonClass = ({ variant = 'secondary', size, wide }: Look, extra?: string): string =>
  classNames('btn', variants[variant], size, wide && 'wide', extra);

/** What a native button takes besides its look. */
export interface NativeButton extends Omit<
  ButtonHTMLAttributes,
  'size' | 'icon' | 'class' | 'label' | 'onClick' | 'type'
> {
  readonly type?: 'button' | 'submit';
  readonly onClick?: (event: MouseEvent) => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly class?: string | undefined;
}

interface Props extends NativeButton, Look {
  readonly icon?: IconName | undefined;
  /** The label stays, a spinner takes the icon's place, and pressing does nothing. */
  readonly busy?: boolean | undefined;
  readonly children?: ComponentChildren;
}

export function Button(props: Props) {
  const { variant, size, wide, icon, busy, class: extra, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      class={buttonClass({ variant, size, wide }, extra)}
      aria-disabled={busy ? 'true' : rest['aria-disabled']}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} size={size === 'small' ? 16 : 20} />}
      {children}
    </button>
  );
}
