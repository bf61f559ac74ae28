// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConferenceModel, LobbyModel, SettingsModel } from '../../state/model';
import { press } from '../call/testing/page';
import { WaitingView } from './WaitingView';

const leaveLobby = vi.fn(() => Promise.resolve());
const conference = {
  leaveLobby,
  chatOnly: signal(true),
  info: signal(undefined),
  notice: signal(undefined),
} as unknown as ConferenceModel;

const show = (change: Partial<LobbyModel> = {}) => {
  const lobby: LobbyModel = {
    title: 'Design review',
    name: 'Sofia Rossi',
    message: '',
    hostPresent: true,
    since: Date.now() - 84_000,
    ...change,
  };
  void act(() =>
    render(
      <WaitingView conference={conference} settings={{} as SettingsModel} lobby={lobby} />,
      document.body,
    ),
  );
};
const page = () => document.body.textContent;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

test('Who waits is told so, and for how long', () => {
  show();
  expect(document.querySelector('h1')?.textContent).toBe('You are in the lobby');
  expect(page()).toContain('The hosts of Design review know you are waiting, Sofia.');
  expect(document.querySelector('[role=status][aria-label]')?.textContent).toBe(
    'Waiting for a host',
  );
  expect(document.querySelector('[role=timer]')?.textContent).toBe('1:24');
  void act(() => {
    vi.advanceTimersByTime(1_000);
  });
  expect(document.querySelector('[role=timer]')?.textContent).toBe('1:25');
});

test('The time is not part of what is read out', () => {
  show();
  expect(document.querySelector('[role=status] [role=timer]')).toBeNull();
});

test('No host in the room is said, and what the hosts want to tell', () => {
  show({ hostPresent: false, title: '' });
  expect(page()).toContain('No host of Untitled room is here yet, Sofia.');
  expect(page()).not.toContain('Message from the host');
  show({ message: 'We start at half past.' });
  expect(page()).toContain('Message from the hostWe start at half past.');
});

test('Waiting can be given up', async () => {
  show();
  await press('Leave lobby');
  expect(leaveLobby).toHaveBeenCalledOnce();
});
