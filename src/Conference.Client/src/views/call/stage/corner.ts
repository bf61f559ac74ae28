import type { Corner } from '../../../state/layout';

const clockwise: Readonly<Record<Corner, Corner>> = {
  bottomRight: 'bottomLeft',
  bottomLeft: 'topLeft',
  topLeft: 'topRight',
  topRight: 'bottomRight',
};

/** The next corner for the button that moves the floating tile. */
export function nextCorner(corner: Corner): Corner {
  return clockwise[corner];
}

/** The corner of the area that a point is nearest to. */
export function cornerAt(
  point: { readonly x: number; readonly y: number },
  area: { readonly width: number; readonly height: number },
): Corner {
  return cornerOf(point.y >= area.height / 2, point.x >= area.width / 2);
}

/** The corner that an arrow key moves to. */
export function cornerTowards(corner: Corner, key: string): Corner {
  const bottom = corner.startsWith('bottom');
  const right = corner.endsWith('Right');
  switch (key) {
    case 'ArrowUp':
      return cornerOf(false, right);
    case 'ArrowDown':
      return cornerOf(true, right);
    case 'ArrowLeft':
      return cornerOf(bottom, false);
    case 'ArrowRight':
      return cornerOf(bottom, true);
    default:
      return corner;
  }
}

function cornerOf(bottom: boolean, right: boolean): Corner {
  if (bottom) {
    return right ? 'bottomRight' : 'bottomLeft';
  }
  return right ? 'topRight' : 'topLeft';
}
