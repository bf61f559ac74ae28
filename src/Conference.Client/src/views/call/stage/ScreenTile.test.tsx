// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ParticipantModel } from '../../../state/model';
import { someParticipant } from '../testing/someParticipant';
import { screenLayout } from './screenLayout';
import { TileArea } from './TileArea';

const playing = { stream: undefined, paused: false };
const person = (id: string, change: Partial<ParticipantModel> = {}) =>
  someParticipant({ info: { id, name: id }, ...change });
const anna = person('anna');
const ben = person('ben');
const own = person('own', { isLocal: true });
const sharing = (one: ParticipantModel, screen = playing) => ({ ...one, screen });

const show = (...tiles: ParticipantModel[]) =>
  void act(() => render(<TileArea tiles={tiles} mirrorOwn onPeople={vi.fn()} />, document.body));
const names = () =>
  Array.from(document.querySelectorAll('[data-testid=tile]'), (tile) =>
    tile.getAttribute('aria-label')?.replace(/, mic.*/, ''),
  );

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1408);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(772);
});
afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
});

describe('shared screens on the stage', () => {
  test('stand before everybody, the newest first', () => {
    show(sharing(anna), ben, own);
    expect(names()).toEqual(['Screen of anna', 'anna', 'ben', 'You']);
    show(sharing(anna), sharing(ben), own);
    expect(names()).toEqual(['Screen of ben', 'Screen of anna', 'anna', 'ben', 'You']);
    show(sharing(anna), ben, sharing(own));
    expect(names()).toEqual(['Your screen', 'Screen of anna', 'anna', 'ben', 'You']);
    show(anna, ben, own);
    expect(names()).toEqual(['anna', 'ben', 'You']);
  });

  test('say that they are paused', () => {
    show(sharing(anna, { stream: undefined, paused: true }), own);
    const [tile] = document.querySelectorAll<HTMLElement>('[data-kind=screen]');
    expect(tile?.getAttribute('aria-label')).toBe('Screen of anna, paused');
    expect(tile?.textContent).toContain('Paused');
    expect(tile?.dataset).toMatchObject({ participant: 'anna', state: 'connected' });
  });

  test('are reached with the same keys as all tiles', () => {
    show(sharing(anna), ben, own);
    const stops = document.querySelectorAll<HTMLElement>('[data-testid=tile][tabindex="0"]');
    expect(Array.from(stops, (tile) => tile.dataset['tile'])).toEqual(['anna:screen']);
    stops[0]?.focus();
    void act(() => {
      stops[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    });
    expect((document.activeElement as HTMLElement).dataset['tile']).toBe('ben');
  });
});

describe('the layout of shared screens', () => {
  const crowd = Array.from({ length: 20 }, (_, index) => person(`p${index}`));
  const layout = (screens: readonly ParticipantModel[], tiles: readonly ParticipantModel[]) =>
    screenLayout({ screens, tiles, size: { width: 1408, height: 772 }, ratio: 1.6 });

  test('says how many there is no place for', () => {
    const { screens, cameras } = layout(crowd.slice(0, 1), crowd);
    expect(screens).toHaveLength(1);
    expect(cameras.shown.length).toBeGreaterThan(2);
    expect(cameras.boxes).toHaveLength(cameras.shown.length);
    expect(cameras.more?.count).toBe(20 - cameras.shown.length);
  });

  test('has more screens than places, each in a box of its own', () => {
    const { screens, screenBoxes, cameras } = layout(crowd, crowd);
    expect(screenBoxes).toHaveLength(screens.length);
    expect(cameras.shown).toEqual([]);
    expect(cameras.more?.count).toBe(40 - screens.length);
    expect(screenBoxes).not.toContainEqual(cameras.more?.box);
  });

  test('leaves nobody out while there is place', () => {
    const { cameras } = layout(crowd.slice(0, 1), crowd.slice(0, 3));
    expect(cameras.more).toBeUndefined();
    expect(cameras.shown).toHaveLength(3);
  });
});
