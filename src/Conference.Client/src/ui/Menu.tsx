import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { phone, useMediaQuery } from '../hooks/useMediaQuery';
import { itemByLetter, nextItem } from './menuKeys';
import { MenuItems, type MenuItem } from './MenuItems';
import { placeMenu, type MenuAlign, type MenuSide } from './menuPlace';

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The element the menu belongs to: it stands beside it and gives focus back to it. */
  readonly opener: HTMLElement;
  readonly onClose: () => void;
  readonly side?: MenuSide | undefined;
  readonly align?: MenuAlign | undefined;
  readonly startAt?: 'first' | 'last' | undefined;
}

type MenuRef = RefObject<HTMLDivElement | null>;

const itemsOf = (menu: HTMLElement | null): HTMLElement[] =>
  Array.from(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []);

/** Arrow keys, Home, End and letters move; Enter and space choose; Escape and Tab close. On phones a sheet. */
export function Menu(props: Props) {
  const {
    label,
    items,
    opener,
    onClose,
    side = 'below',
    align = 'start',
    startAt = 'first',
  } = props;
  const menu: MenuRef = useRef(null);
  const isSheet = useMediaQuery(phone);
  useOpen(menu, startAt);
  usePlace(menu, opener, side, align, isSheet);
  useDismiss(menu, opener, onClose);
  const close = () => {
    opener.focus();
    onClose();
  };
  return (
    <div
      ref={menu}
      popover="manual"
      class={isSheet ? 'menu sheet' : 'menu'}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => onMenuKey(event, menu.current, close)}
    >
      <MenuItems
        items={items}
        select={(action) => {
          close();
          action?.();
        }}
      />
    </div>
  );
}

function onMenuKey(event: KeyboardEvent, menu: HTMLElement | null, close: () => void): void {
  const items = itemsOf(menu);
  const current = items.findIndex((item) => item === document.activeElement);
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    close();
    return;
  }
  if (event.key === 'Tab') {
    // Focus is back on the opener when the browser moves it on, so that Tab goes to what follows.
    close();
    return;
  }
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
  const labels = items.map((item) => item.textContent);
  const next = isLetter
    ? itemByLetter(event.key, current, labels)
    : nextItem(event.key, current, items.length);
  if (next !== undefined) {
    event.preventDefault();
    items[next]?.focus();
  }
}

function useOpen(menu: MenuRef, startAt: 'first' | 'last'): void {
  useLayoutEffect(() => {
    menu.current?.showPopover();
    const items = itemsOf(menu.current);
    const checked = items.find(
      (item) => item.ariaChecked === 'true' && item.role === 'menuitemradio',
    );
    const first = items[0]?.role === 'menuitemradio' ? (checked ?? items[0]) : items[0];
    (startAt === 'last' ? items.at(-1) : first)?.focus({ preventScroll: true });
  }, [menu, startAt]);
}

function usePlace(
  menu: MenuRef,
  opener: HTMLElement,
  side: MenuSide,
  align: MenuAlign,
  isSheet: boolean,
): void {
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) {
      return;
    }
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const viewport = { width: innerWidth, height: innerHeight };
    // The two parts of a split button are one to the eye.
    const button = opener.closest('.split') ?? opener;
    const place = placeMenu(button.getBoundingClientRect(), size, viewport, side, align);
    element.style.left = isSheet ? '' : `${place.left}px`;
    element.style.top = isSheet ? '' : `${place.top}px`;
  }, [menu, opener, side, align, isSheet]);
}

function useDismiss(menu: MenuRef, opener: HTMLElement, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const onPointerDown = (event: Event) => {
      const target = event.target as Node;
      if (
        menu.current === target ||
        (!menu.current?.contains(target) && !opener.contains(target))
      ) {
        dismissOutside(event, menu.current, () => close.current());
      }
    };
    addEventListener('pointerdown', onPointerDown, { signal, capture: true });
    addEventListener('resize', () => close.current(), { signal });
    return () => controller.abort();
  }, [menu, opener]);
}

// The backdrop of a sheet counts as the sheet itself: only the place tells them apart.
function dismissOutside(event: Event, menu: HTMLElement | null, close: () => void): void {
  const { clientX, clientY } = event as PointerEvent;
  const box = menu?.getBoundingClientRect();
  const inside =
    box !== undefined &&
    clientX >= box.left &&
    clientX <= box.right &&
    clientY >= box.top &&
    clientY <= box.bottom;
  if (!inside) {
    close();
  }
}
