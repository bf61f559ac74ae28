// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ParticipantModel } from '../../../state/model';
import { button, buttonNames, press } from '../testing/page';
import { someConference } from '../testing/someConference';
import { someParticipant } from '../../../state/someParticipant';
import { sceneOf, sharing } from '../../../state/stageTiles';
import { TileArea } from './TileArea';
import { TileReport } from './TileReport';

const person = (id: string, isLocal = false) =>
  someParticipant({
    isLocal,
    info: { id, name: id, media: { microphone: 'on', camera: 'off', screen: 'off' } },
  });
const anna = person('anna');
const ben = person('ben');
const own = person('own', true);

let conference = someConference();
const onPeople = vi.fn();
const show = (...participants: ParticipantModel[]) => {
  const { stage, model } = conference;
  const scene = sceneOf(participants, sharing([], participants), {
    layout: 'automatic',
    hideOwnTile: false,
    pinned: stage.pinned.value,
    spotlightId: undefined,
    activeSpeakerId: undefined,
  });
  const people = { conference: model, onDialog: vi.fn() };
  const report = new TileReport(model);
  void act(() =>
    render(
      <TileArea scene={scene} mirrorOwn people={people} report={report} onPeople={onPeople} />,
      document.body,
    ),
  );
};
const tile = (id: string) =>
  document.querySelector<HTMLElement>(
    `[data-testid=tile][data-kind=camera][data-participant=${id}]`,
  );
const point = (type: string, to: HTMLElement | null) =>
  void act(() => void to?.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' })));
const pressKey = (key: string, on: Element | null = document.activeElement) =>
  void act(
    () =>
      void on?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
  );
const focused = () => (document.activeElement as HTMLElement).dataset['participant'];

beforeEach(() => {
  conference = someConference();
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = vi.fn();
  // Nor sizes.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1408);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(772);
  Object.assign(document, { fullscreenEnabled: true });
});
afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
});

test('A tile is a group with its name, kind, participant and state', () => {
  show({ ...anna, tileState: 'repairing' }, own);
  const shown = tile('anna');
  expect(shown?.getAttribute('role')).toBe('group');
  expect(shown?.getAttribute('aria-label')).toBe('anna, microphone on, camera off, reconnecting');
  expect(shown?.dataset).toMatchObject({ kind: 'camera', state: 'repairing' });
});

test('One tile is a tab stop', () => {
  show(anna, ben, own);
  expect([anna, ben, own].map(({ info }) => tile(info.id)?.tabIndex)).toEqual([0, -1, -1]);
});

test('Focus goes to the next tile when the one that has it goes', () => {
  show(anna, ben, own);
  tile('ben')?.focus();
  show(anna, own);
  expect(focused()).toBe('own');
});

test('Focus goes to the last tile when the last one goes', () => {
  show(anna, ben);
  tile('ben')?.focus();
  show(anna);
  expect(focused()).toBe('anna');
});

test('Focus outside the stage is left alone', () => {
  show(anna, ben, own);
  (document.activeElement as HTMLElement).blur();
  show(anna, own);
  expect(document.activeElement).toBe(document.body);
});

describe('what a host can do on a tile', () => {
  beforeEach(() => {
    conference.isHost.value = true;
    show(anna, own);
  });

  test('comes with the mouse and goes with it', () => {
    expect(buttonNames()).not.toContain('Mute anna');
    point('pointerenter', tile('anna'));
    expect(buttonNames()).toContain('Mute anna');
    expect(button('More for anna').tabIndex).toBe(-1);
    point('pointerleave', tile('anna'));
    expect(buttonNames()).not.toContain('Mute anna');
  });

  test('comes with focus, in the order of the Tab key', async () => {
    void act(() => tile('anna')?.focus());
    expect(button('Mute anna').tabIndex).toBe(0);
    await press('Mute anna');
    expect(conference.hosting.mute).toHaveBeenCalledExactlyOnceWith('anna');
  });

  test('stays while its menu is open, whose keys do not move between tiles', async () => {
    point('pointerenter', tile('anna'));
    await press('More for anna');
    point('pointerleave', tile('anna'));
    const menu = document.querySelector('[role=menu]');
    expect(menu?.getAttribute('aria-label')).toBe('anna');
    pressKey('ArrowDown');
    pressKey('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Mute');
  });

  test('is not on the own tile', () => {
    point('pointerenter', tile('own'));
    expect(buttonNames()).not.toContain('More for own');
  });
});

describe('pinning', () => {
  const pinned = () => conference.stage.pinned.value;

  test('is a button for everybody, on the tiles of others', async () => {
    show(anna, ben, own);
    point('pointerenter', tile('anna'));
    expect(buttonNames()).toEqual(['Pin anna', 'More for anna']);
    await press('Pin anna');
    expect(pinned()).toBe('anna');
    show(anna, ben, own);
    await press('Unpin anna');
    expect(pinned()).toBeUndefined();
    point('pointerleave', tile('anna'));
    point('pointerenter', tile('own'));
    expect(buttonNames()).toEqual([]);
  });

  test('is said in the name of the tile, which is large and keeps focus', () => {
    show(anna, ben, own);
    void act(() => tile('ben')?.focus());
    pressKey('Enter');
    expect(pinned()).toBe('ben');
    show(anna, ben, own);
    expect(tile('ben')?.getAttribute('aria-label')).toContain('pinned');
    expect(document.querySelector('[data-testid=tile]')).toBe(tile('ben'));
    expect(focused()).toBe('ben');
    pressKey('Enter');
    expect(pinned()).toBeUndefined();
  });

  test('is not for the own tile', () => {
    show(anna, own);
    void act(() => tile('own')?.focus());
    pressKey('Enter');
    expect(pinned()).toBeUndefined();
  });
});

test('M opens the menu of the focused tile', () => {
  show(anna, own);
  void act(() => tile('anna')?.focus());
  pressKey('m');
  expect(document.querySelector('[role=menu]')?.getAttribute('aria-label')).toBe('anna');
  expect(document.activeElement?.textContent).toBe('Pin for me');
});

describe('a shared screen', () => {
  const sharer = { ...anna, screen: { stream: new MediaStream(), paused: false } };
  const screenOf = () => document.querySelector<HTMLElement>('[data-kind=screen]');

  test('is the large one of the stage, beside the camera of who shares', () => {
    show(sharer, own);
    expect(screenOf()?.getAttribute('aria-label')).toBe('Screen of anna');
    expect(screenOf()?.dataset['participant']).toBe('anna');
    expect(document.querySelector('[data-testid=tile]')).toBe(screenOf());
    expect(tile('anna')).not.toBeNull();
  });

  test('fills the screen on request', async () => {
    show(sharer, own);
    const request = vi.fn(() => Promise.resolve());
    Object.assign(screenOf() ?? {}, { requestFullscreen: request });
    await press('Full screen');
    expect(request).toHaveBeenCalledOnce();
  });

  test('says that it is paused, and who shares', () => {
    show({ ...sharer, screen: { ...sharer.screen, paused: true } }, own);
    expect(screenOf()?.getAttribute('aria-label')).toBe('Screen of anna, paused');
    expect(screenOf()?.textContent).toContain('Sharing is paused');
    show({ ...own, screen: sharer.screen }, anna);
    expect(screenOf()?.getAttribute('aria-label')).toBe('Your screen');
    expect(screenOf()?.textContent).toContain('You are sharing');
  });

  test('can be pinned beside another one', async () => {
    const other = { ...ben, screen: sharer.screen };
    show(sharer, other, own);
    expect(screenOf()?.dataset['participant']).toBe('ben');
    point('pointerenter', document.querySelectorAll<HTMLElement>('[data-kind=screen]')[1] ?? null);
    await press('Pin screen of anna');
    expect(conference.stage.pinned.value).toBe('anna:screen');
    show(sharer, other, own);
    expect(screenOf()?.getAttribute('aria-label')).toBe('Screen of anna, pinned');
  });
});
