import { buttonClass, type ButtonVariant, type NativeButton } from './Button';
import { Icon, type IconName } from './Icon';

interface Props extends NativeButton {
  readonly icon: IconName;
  readonly label: string;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | undefined;
}

export function IconButton(props: Props) {
  const { icon, label, variant = 'quiet', size, class: extra, ...rest } = props;
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      class={buttonClass({ variant, size }, extra ? `icon ${extra}` : 'icon')}
    >
      <Icon name={icon} />
    </button>
  );
}
