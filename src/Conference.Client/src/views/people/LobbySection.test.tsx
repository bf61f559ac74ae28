// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, buttonNames, drawAfter, focusedName, press } from '../call/testing/page';
import { someConference, someGuest } from '../call/testing/someConference';
import { LobbySection } from './LobbySection';

let conference = someConference();
const roster = () => document.getElementById('roster');

const show = (searched = '') =>
  void act(() =>
    render(
      <>
        <LobbySection conference={conference.model} searched={searched} onEmpty={roster} />
        <button type="button" id="roster">
          Roster
        </button>
      </>,
      document.body,
    ),
  );

const wait = (...names: string[]) =>
  drawAfter(() => {
    conference.lobby.value = names.map((name) => someGuest(name));
  });

beforeEach(() => {
  conference = someConference();
  show();
});
afterEach(() => render(null, document.body));

describe('the lobby in the people panel', () => {
  test('is absent while nobody waits', () => {
    expect(document.querySelector('section')).toBeNull();
  });

  test('lists who waits, named by its heading', async () => {
    await wait('Noa', 'Ines');
    const section = document.querySelector('section');
    const heading = document.getElementById(section?.getAttribute('aria-labelledby') ?? '');
    expect(heading?.textContent).toBe('In the lobby (2)');
    expect(buttonNames(section ?? document)).toEqual([
      'Admit all',
      'Deny Noa',
      'Admit Noa',
      'Deny Ines',
      'Admit Ines',
    ]);
  });

  test('admits, denies and admits all', async () => {
    await wait('Noa', 'Ines');
    await press('Admit Ines');
    await press('Deny Noa');
    await press('Admit all');
    expect(conference.hosting.admit).toHaveBeenCalledExactlyOnceWith('Ines');
    expect(conference.hosting.deny).toHaveBeenCalledExactlyOnceWith('Noa');
    expect(conference.hosting.admitAll).toHaveBeenCalledOnce();
  });

  test('asks once however often it is pressed before the answer', async () => {
    conference.hosting.admit.mockReturnValue(new Promise(() => undefined));
    await wait('Noa');
    await press('Admit Noa');
    await press('Admit Noa');
    expect(conference.hosting.admit).toHaveBeenCalledOnce();
  });

  test('finds people by name, and says how many more than fifty wait', async () => {
    await wait(...Array.from({ length: 60 }, (_, index) => `Guest ${index}`), 'Noa');
    expect(document.querySelectorAll('li')).toHaveLength(50);
    expect(document.body.textContent).toContain('11 more are waiting');
    show('noa');
    expect(document.querySelectorAll('li')).toHaveLength(1);
  });
});

describe('focus in the lobby', () => {
  test('moves to the next Admit when a row goes', async () => {
    await wait('Noa', 'Ines', 'Ben');
    button('Admit Noa').focus();
    await wait('Ines', 'Ben');
    expect(focusedName()).toBe('Admit Ines');
  });

  test('moves to the last Admit when the last row goes', async () => {
    await wait('Noa', 'Ines');
    button('Deny Ines').focus();
    await wait('Noa');
    expect(focusedName()).toBe('Admit Noa');
  });

  test('moves on when nobody is left', async () => {
    await wait('Noa');
    button('Admit all').focus();
    await wait();
    expect(focusedName()).toBe('Roster');
  });

  test('stays where it is when it is elsewhere', async () => {
    await wait('Noa', 'Ines');
    (document.activeElement as HTMLElement).blur();
    await wait('Ines');
    expect(document.activeElement).toBe(document.body);
  });
});
