import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { Reaction } from '../../../signaling/protocol.generated';
import { nextItem } from '../../../ui/menuKeys';
import { placeMenu } from '../../../ui/menuPlace';
import { ReactionPicture } from '../../../ui/ReactionPicture';

const reactions = [
  ['thumbsUp', 'call.thumbsUp'],
  ['heart', 'call.heart'],
  ['clap', 'call.clap'],
  ['laugh', 'call.laugh'],
  ['surprised', 'call.surprised'],
  ['celebrate', 'call.celebrate'],
] as const satisfies readonly (readonly [Reaction, PhraseKey])[];

interface Props {
  /** The button it belongs to: it stands above it and gives focus back to it. */
  readonly opener: HTMLElement;
  readonly onSelect: (reaction: Reaction) => void;
  readonly onClose: () => void;
}

/** The six reactions in a row. Left and right move, Enter chooses, Escape closes. */
export function ReactionMenu({ opener, onSelect, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useOpen(menu, opener);
  useDismiss(menu, opener, onClose);
  const close = () => {
    opener.focus();
    onClose();
  };
  return (
    <div
      ref={menu}
      popover="manual"
      class="reactions"
      role="menu"
      aria-label={t('call.reactions')}
      aria-orientation="horizontal"
      tabIndex={-1}
      onKeyDown={(event) => onKey(event, close)}
    >
      {reactions.map(([reaction, phrase]) => (
        <button
          key={reaction}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-label={t(phrase)}
          title={t(phrase)}
          onClick={() => {
            close();
            onSelect(reaction);
          }}
        >
          <ReactionPicture reaction={reaction} />
        </button>
      ))}
    </div>
  );
}

function useOpen(menu: { readonly current: HTMLDivElement | null }, opener: HTMLElement): void {
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) {
      return;
    }
    element.showPopover();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const viewport = { width: innerWidth, height: innerHeight };
    const place = placeMenu(opener.getBoundingClientRect(), size, viewport, 'above', 'center');
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    element.querySelector('button')?.focus({ preventScroll: true });
  }, [menu, opener]);
}

function useDismiss(
  menu: { readonly current: HTMLDivElement | null },
  opener: HTMLElement,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    const onPointerDown = ({ target }: PointerEvent) => {
      const isInside = target instanceof Node && menu.current?.contains(target);
      if (!isInside && !(target instanceof Node && opener.contains(target))) {
        close.current();
      }
    };
    addEventListener('pointerdown', onPointerDown, { signal, capture: true });
    // Not while capturing: every picture that changes its size has a `resize` of its own.
    addEventListener('resize', () => close.current(), { signal });
    return () => ends.abort();
  }, [menu, opener]);
}

function onKey(event: KeyboardEvent, close: () => void): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.stopPropagation();
    close();
    return;
  }
  const items = Array.from((event.currentTarget as HTMLElement).querySelectorAll('button'));
  const current = items.findIndex((item) => item === document.activeElement);
  const next = nextItem(verticalKeys[event.key] ?? event.key, current, items.length);
  if (next !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    items[next]?.focus();
  }
}

const verticalKeys: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowDown',
  ArrowLeft: 'ArrowUp',
};
