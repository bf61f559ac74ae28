import { classNames } from '../../../ui/classNames';
import { Icon } from '../../../ui/Icon';
import type { MenuButtonProps } from '../../../ui/MenuButton';

interface Props {
  readonly button: MenuButtonProps;
  readonly class?: string | undefined;
}

/** The narrow part of a split button, which opens its menu. */
export function Caret({ button, class: extra }: Props) {
  return (
    <button {...button} title={button['aria-label']} class={classNames('ctl caret', extra)}>
      <Icon name="up" />
    </button>
  );
}
