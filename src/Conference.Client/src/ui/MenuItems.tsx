import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './classNames';
import { Icon, type IconName } from './Icon';

interface Labelled {
  readonly label: string;
  readonly icon?: IconName | undefined;
}

export interface MenuAction extends Labelled {
  readonly kind?: 'action';
  /** Shown at the end of the line, on desktops only. */
  readonly shortcut?: string | undefined;
  readonly danger?: boolean | undefined;
  /** A small thing at the end of the line, such as a badge. */
  readonly end?: ComponentChildren;
  readonly onSelect: () => void;
}

export interface MenuLink extends Labelled {
  readonly kind: 'link';
  readonly href: string;
  /** Opens beside this page. */
  readonly newTab?: boolean | undefined;
  readonly onSelect?: (() => void) | undefined;
}

export interface MenuChoice extends Labelled {
  readonly kind: 'radio' | 'checkbox';
  readonly checked: boolean;
  readonly onSelect: () => void;
}

export interface MenuGroup {
  readonly kind: 'group';
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Decoration after the items, such as a level meter. */
  readonly after?: ComponentChildren;
}

export interface MenuSeparator {
  readonly kind: 'separator';
}

export type MenuItem = MenuAction | MenuLink | MenuChoice | MenuGroup | MenuSeparator;

export type SelectItem = (action: (() => void) | undefined) => void;

interface Props {
  readonly items: readonly MenuItem[];
  readonly select: SelectItem;
}

export function MenuItems({ items, select }: Props) {
  return items.map((item, index) => (
    <MenuEntry key={keyOf(item, index)} item={item} select={select} />
  ));
}

const keyOf = (item: MenuItem, index: number): string | number =>
  item.kind === 'separator' ? index : `${item.label} ${index}`;

function MenuEntry({
  item,
  select,
}: {
  readonly item: MenuItem;
  readonly select: SelectItem;
}): VNode {
  if (item.kind === undefined || item.kind === 'action') {
    return <Action item={item} select={select} />;
  }
  switch (item.kind) {
    case 'separator':
      return <hr />;
    case 'group':
      return (
        <div role="group" aria-label={item.label}>
          <p class="caption" aria-hidden="true">
            {item.label}
          </p>
          <MenuItems items={item.items} select={select} />
          {item.after}
        </div>
      );
    case 'radio':
    case 'checkbox':
      return <Choice item={item} select={select} />;
    case 'link':
      return <LinkEntry item={item} select={select} />;
  }
}

function Choice({ item, select }: { readonly item: MenuChoice; readonly select: SelectItem }) {
  return (
    <button
      type="button"
      role={item.kind === 'radio' ? 'menuitemradio' : 'menuitemcheckbox'}
      tabIndex={-1}
      aria-checked={item.checked}
      onClick={() => select(item.onSelect)}
    >
      {item.checked ? <Icon name="check" /> : <Unchecked icon={item.icon} />}
      <span class="clip">{item.label}</span>
    </button>
  );
}

const Unchecked = ({ icon }: Pick<MenuChoice, 'icon'>) =>
  icon ? <Icon name={icon} /> : <span class="i" />;

function LinkEntry({ item, select }: { readonly item: MenuLink; readonly select: SelectItem }) {
  return (
    <a
      role="menuitem"
      tabIndex={-1}
      href={item.href}
      target={item.newTab ? '_blank' : undefined}
      rel={item.newTab ? 'noopener' : undefined}
      onClick={(event) => {
        if (item.onSelect) {
          event.preventDefault();
        }
        select(item.onSelect);
      }}
    >
      {item.icon && <Icon name={item.icon} />}
      {item.label}
    </a>
  );
}

function Action({ item, select }: { readonly item: MenuAction; readonly select: SelectItem }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class={classNames(item.danger && 'danger') || undefined}
      onClick={() => select(item.onSelect)}
    >
      {item.icon && <Icon name={item.icon} />}
      {item.label}
      {item.shortcut && (
        <kbd class="only-l" aria-hidden="true">
          {item.shortcut}
        </kbd>
      )}
      {item.end}
    </button>
  );
}
