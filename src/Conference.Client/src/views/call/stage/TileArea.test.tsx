// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { ParticipantModel } from '../../../state/model';
import { someParticipant } from '../testing/someParticipant';
import { TileArea } from './TileArea';

const person = (id: string, isLocal = false) =>
  someParticipant({ isLocal, info: { id, name: id, media: { microphone: 'on', camera: 'off' } } });
const anna = person('anna');
const ben = person('ben');
const own = person('own', true);

const show = (...tiles: ParticipantModel[]) =>
  void act(() => render(<TileArea tiles={tiles} mirrorOwn />, document.body));
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
