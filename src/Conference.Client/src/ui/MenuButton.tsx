import type { ComponentChildren, Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Menu } from './Menu';
import type { MenuItem } from './MenuItems';
import type { MenuAlign, MenuSide } from './menuPlace';

/** Everything a button needs to open its menu: spread it into a `<button>`. */
export interface MenuButtonProps {
  readonly type: 'button';
  readonly ref: Ref<HTMLButtonElement>;
  readonly 'aria-label': string;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Props {
  /** Names the button, and the menu unless `menuLabel` does. */
  readonly label: string;
  readonly menuLabel?: string | undefined;
  readonly items: readonly MenuItem[];
  readonly render: (props: MenuButtonProps) => ComponentChildren;
  readonly side?: MenuSide | undefined;
  readonly align?: MenuAlign | undefined;
  /** Told when the menu opens and closes. */
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

type Start = 'first' | 'last';

export function MenuButton({ label, menuLabel, items, render, side, align, onOpenChange }: Props) {
  const opener = useRef<HTMLButtonElement>(null);
  const [start, setStart] = useState<Start>();
  const change = (next: Start | undefined) => {
    setStart(next);
    onOpenChange?.(next !== undefined);
  };
  return (
    <>
      {render({
        type: 'button',
        ref: opener,
        'aria-label': label,
        'aria-haspopup': 'menu',
        'aria-expanded': start !== undefined,
        onClick: () => change(start ? undefined : 'first'),
        onKeyDown: (event) => openByArrow(event, change),
      })}
      {start && opener.current && (
        <Menu
          label={menuLabel ?? label}
          items={items}
          opener={opener.current}
          onClose={() => change(undefined)}
          side={side}
          align={align}
          startAt={start}
        />
      )}
    </>
  );
}

function openByArrow(event: KeyboardEvent, open: (start: Start) => void): void {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    event.stopPropagation();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  }
}
