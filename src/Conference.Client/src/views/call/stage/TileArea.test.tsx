// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ParticipantModel } from '../../../state/model';
import { button, buttonNames, press } from '../testing/page';
import { someConference } from '../testing/someConference';
import { someParticipant } from '../testing/someParticipant';
import { TileArea } from './TileArea';

const person = (id: string, isLocal = false) =>
  someParticipant({
    isLocal,
    info: { id, name: id, media: { microphone: 'on', camera: 'off', screen: 'off' } },
  });
const anna = person('anna');
const ben = person('ben');
const own = person('own', true);

const onPeople = vi.fn();
const show = (...tiles: ParticipantModel[]) =>
  void act(() => render(<TileArea tiles={tiles} mirrorOwn onPeople={onPeople} />, document.body));
const tile = (id: string) =>
  document.querySelector<HTMLElement>(`[data-testid=tile][data-participant=${id}]`);
const focused = () => (document.activeElement as HTMLElement).dataset['participant'];

afterEach(() => render(null, document.body));

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
  let conference = someConference();

  beforeEach(() => {
    conference = someConference();
    conference.isHost.value = true;
    // happy-dom has no popovers.
    HTMLElement.prototype.showPopover = vi.fn();
    void act(() =>
      render(
        <TileArea
          tiles={[anna, own]}
          mirrorOwn
          people={{ conference: conference.model, onDialog: vi.fn() }}
          onPeople={onPeople}
        />,
        document.body,
      ),
    );
  });
  const point = (type: string, to: HTMLElement | null) =>
    void act(() => void to?.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' })));

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
    void act(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
      );
    });
    expect(document.activeElement?.textContent).toBe('Mute');
  });

  test('is not on the own tile', () => {
    point('pointerenter', tile('own'));
    expect(buttonNames()).not.toContain('More for own');
  });
});
