export type MenuSide = 'above' | 'below';
export type MenuAlign = 'start' | 'center' | 'end';

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 8;

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));

function alignedLeft(opener: Rectangle, width: number, align: MenuAlign): number {
  if (align === 'start') {
    return opener.left;
  }
  return align === 'end' ? opener.right - width : (opener.left + opener.right - width) / 2;
}

/** Where a menu stands: on the wanted side of its opener, on the other one when there is more room, always inside the window. */
export function placeMenu(
  opener: Rectangle,
  menu: Size,
  viewport: Size,
  side: MenuSide,
  align: MenuAlign,
): { readonly left: number; readonly top: number } {
  const roomAbove = opener.top - gap;
  const roomBelow = viewport.height - opener.bottom - gap;
  const wanted = side === 'above' ? roomAbove : roomBelow;
  const other = side === 'above' ? roomBelow : roomAbove;
  const flips = menu.height + gap > wanted && other > wanted;
  const above = (side === 'above') !== flips;
  const top = above ? opener.top - gap - menu.height : opener.bottom + gap;
  const left = alignedLeft(opener, menu.width, align);
  return {
    left: clamp(left, gap, Math.max(gap, viewport.width - menu.width - gap)),
    top: clamp(top, gap, Math.max(gap, viewport.height - menu.height - gap)),
  };
}
