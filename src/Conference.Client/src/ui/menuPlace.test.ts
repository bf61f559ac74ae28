import { describe, expect, it } from 'vitest';
import { placeMenu } from './menuPlace';

const menu = { width: 240, height: 300 };
const viewport = { width: 1440, height: 900 };
const at = (left: number, top: number) => ({ left, top, right: left + 52, bottom: top + 48 });

describe('placeMenu', () => {
  it('stands below its opener, starting where it starts', () => {
    expect(placeMenu(at(100, 100), menu, viewport, 'below', 'start')).toEqual({
      left: 100,
      top: 156,
    });
  });

  it('opens upwards from the control bar', () => {
    expect(placeMenu(at(700, 840), menu, viewport, 'above', 'center')).toEqual({
      left: 606,
      top: 532,
    });
  });

  it('changes sides when only the other one has room', () => {
    expect(placeMenu(at(100, 800), menu, viewport, 'below', 'end')).toEqual({ left: 8, top: 492 });
  });

  it('never leaves the window', () => {
    const small = { width: 320, height: 256 };
    const place = placeMenu(at(280, 100), menu, small, 'below', 'start');
    expect(place).toEqual({ left: 72, top: 8 });
  });
});
