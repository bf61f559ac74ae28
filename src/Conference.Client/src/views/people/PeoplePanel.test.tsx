// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, buttonNames, drawAfter, focusedName, press } from '../call/testing/page';
import { someConference, someGuest } from '../call/testing/someConference';
import { someParticipant } from '../../state/someParticipant';
import { PeoplePanel } from './PeoplePanel';

const mara = someParticipant({ isLocal: true, info: { id: 'mara', name: 'Mara', isHost: true } });
const tomas = someParticipant({ info: { id: 'tomas', name: 'Tomás' } });
const yuki = someParticipant({
  info: {
    id: 'yuki',
    name: 'Yuki',
    mutedByHost: true,
    media: { microphone: 'muted', camera: 'on', screen: 'off' },
  },
});

let conference = someConference();
const onDialog = vi.fn();

beforeEach(() => {
  onDialog.mockReset();
  conference = someConference();
  conference.participants.value = [mara, tomas, yuki];
  conference.lobby.value = [someGuest('noa', 'Noa')];
  conference.isHost.value = true;
  void act(() =>
    render(
      <PeoplePanel context={{ conference: conference.model, onDialog }} onClose={vi.fn()} />,
      document.body,
    ),
  );
});
afterEach(() => render(null, document.body));

const lock = () => document.querySelector<HTMLInputElement>('[role=switch]');

describe('the people panel', () => {
  test('has a menu on every row, for hosts', () => {
    expect(buttonNames().filter((name) => name.startsWith('More for'))).toEqual([
      'More for Mara',
      'More for Tomás',
      'More for Yuki',
    ]);
  });

  test('has no part for hosts where one is none, but menus to pin and to change the own name', () => {
    void act(() => {
      conference.isHost.value = false;
    });
    expect(buttonNames()).toEqual([
      'Invite',
      'Close people',
      'More for Mara',
      'More for Tomás',
      'More for Yuki',
    ]);
    expect(lock()).toBeNull();
    expect(document.body.textContent).not.toContain('In the lobby');
  });

  test('says who was muted by a host', () => {
    expect(document.querySelector('[data-row=yuki]')?.textContent).toContain('muted by a host');
    expect(document.querySelector('[data-row=tomas]')?.textContent).not.toContain('muted');
  });

  test('asks before everybody is muted', async () => {
    await press('Mute all');
    expect(onDialog).toHaveBeenCalledExactlyOnceWith({ kind: 'muteAll' });
    expect(conference.hosting.muteAll).not.toHaveBeenCalled();
  });

  test('shows the lock that was asked for until the room says how it is', async () => {
    let resolve: () => void = () => undefined;
    const answer = new Promise<void>((resolved) => (resolve = resolved));
    conference.hosting.setLocked.mockReturnValue(answer);
    void act(() => lock()?.click());
    expect(conference.hosting.setLocked).toHaveBeenCalledExactlyOnceWith(true);
    expect(lock()?.checked).toBe(true);
    await act(async () => {
      resolve();
      await answer;
    });
    expect(lock()?.checked).toBe(false);
    void act(() => {
      conference.roomSettings.value = { ...conference.roomSettings.value, locked: true };
    });
    expect(lock()?.checked).toBe(true);
  });

  test('gives focus to the next row when the one that has it goes', async () => {
    button('More for Tomás').focus();
    await drawAfter(() => {
      conference.participants.value = [mara, yuki];
    });
    expect(focusedName()).toBe('More for Yuki');
  });
});
