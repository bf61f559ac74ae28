import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { classNames } from '../../../ui/classNames';
import { Icon } from '../../../ui/Icon';
import type { IconName } from '../../../ui/Icon';

interface Props extends Omit<ButtonHTMLAttributes, 'icon' | 'label' | 'class'> {
  /** The action it offers. */
  readonly label: string;
  readonly icon: IconName;
  readonly class?: string | undefined;
  /** Shown at the corner, said in the label. */
  readonly badge?: number | undefined;
  readonly badgeTone?: 'warn' | undefined;
  readonly children?: ComponentChildren;
}

/** A button of the control bar. */
export function ControlButton(props: Props) {
  const { label, icon, class: extra, badge = 0, badgeTone, children, ...rest } = props;
  return (
    <button
      type="button"
      title={label}
      {...rest}
      class={classNames('ctl', extra)}
      aria-label={label}
    >
      <Icon name={icon} />
      {children}
      {badge > 0 && (
        <span
          class={classNames('badge', badgeTone)}
          aria-hidden="true"
          data-count={badge > 99 ? '99+' : badge}
        />
      )}
    </button>
  );
}
