// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ParticipantModel } from '../../../state/model';
import { announce } from '../../../ui/announce';
import { someConference } from '../testing/someConference';
import { someParticipant } from '../../../state/someParticipant';
import { RecordingChip } from './RecordingChip';

vi.mock('../../../ui/announce', () => ({ announce: vi.fn() }));

const since = new Date(Date.now() - 65_000).toISOString();
let conference: ReturnType<typeof someConference>;

const person = (name: string) => someParticipant({ info: { id: name, name } });
const records = (name: string) =>
  someParticipant({ info: { id: name, name, recordingSince: since } });
const own = (): ParticipantModel => ({ ...records('Mara'), isLocal: true });
const shown = () => document.querySelector('[data-testid=recording]')?.textContent;
const show = (...participants: ParticipantModel[]) =>
  act(() => {
    conference.participants.value = participants;
    render(<RecordingChip conference={conference.model} />, document.body);
  });

beforeEach(() => {
  conference = someConference();
  vi.clearAllMocks();
});
afterEach(() => render(null, document.body));

test.each([
  ['nobody', () => [person('Yuki')], undefined],
  ['one', () => [records('Yuki')], 'Yuki is recording1:05'],
  ['two', () => [records('Yuki'), records('Tomás')], 'Yuki and Tomás are recording1:05'],
  ['oneself', () => [records('Yuki'), own()], 'You are recording1:05'],
] as const)('shows that %s records', async (_, participants, words) => {
  await show(...participants());
  expect(shown()).toBe(words);
});

test('says when it begins, also before one came, and when it ends', async () => {
  await show(records('Yuki'));
  await show(records('Yuki'));
  expect(vi.mocked(announce).mock.calls).toEqual([['Yuki is recording']]);
  await show(person('Yuki'));
  expect(announce).toHaveBeenLastCalledWith('Yuki stopped recording');
  await show(own());
  expect(announce).toHaveBeenLastCalledWith('You are recording');
  vi.mocked(announce).mockClear();
  await show();
  expect(announce).not.toHaveBeenCalled();
});
