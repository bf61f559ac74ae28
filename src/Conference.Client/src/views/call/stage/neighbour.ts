import type { Box } from '../../../state/layout';

/** The index of the tile that an arrow key leads to from the one at `index`; the same index at an edge. */
export function neighbour(boxes: readonly Box[], index: number, key: string): number {
  const from = boxes[index];
  if (from === undefined) {
    return index;
  }
  let best = index;
  let bestDistance = Infinity;
  boxes.forEach((to, candidate) => {
    const distance = distanceTowards(key, from, to);
    if (candidate !== index && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  });
  return best;
}

/** Infinite when the box does not lie in the key's direction. Left and right stay in the row; up and down count what is aside more. */
function distanceTowards(key: string, from: Box, to: Box): number {
  const right = centre(to.left, to.width) - centre(from.left, from.width);
  const down = centre(to.top, to.height) - centre(from.top, from.height);
  const [ahead, aside] = aheadAndAside(key, right, down);
  const leavesRow = key !== 'ArrowUp' && key !== 'ArrowDown' && Math.abs(aside) > from.height / 2;
  return ahead > 1 && !leavesRow ? ahead + 3 * Math.abs(aside) : Infinity;
}

function aheadAndAside(key: string, right: number, down: number): readonly [number, number] {
  switch (key) {
    case 'ArrowRight':
      return [right, down];
    case 'ArrowLeft':
      return [-right, down];
    case 'ArrowDown':
      return [down, right];
    case 'ArrowUp':
      return [-down, right];
    default:
      return [0, 0];
  }
}

function centre(start: number, length: number): number {
  return start + length / 2;
}
