// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, drawAfter, focusedName, press } from '../call/testing/page';
import { someConference } from '../call/testing/someConference';
import { someParticipant } from '../../state/someParticipant';
import { RosterList } from './RosterList';

const name = (index: number) => `Guest ${index}`;
const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    someParticipant({ info: { id: `p${index}`, name: name(index), chatOnly: true } }),
  );

/** Tells the list that its end is in view, as the browser does when a row is scrolled there. */
let reachEnd: () => void = () => undefined;

class Watcher implements Pick<IntersectionObserver, 'observe' | 'disconnect'> {
  constructor(tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
    reachEnd = () => tell([{ isIntersecting: false }, { isIntersecting: true }]);
  }
  observe = vi.fn();
  disconnect = vi.fn();
}

let conference = someConference();
const rows = () => document.querySelectorAll('li').length;
const context = () => ({ conference: conference.model, onDialog: vi.fn() });

const show = (searched = '') =>
  void act(() =>
    render(
      <RosterList context={context()} searched={searched} scroll={() => null} />,
      document.body,
    ),
  );

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Watcher);
  conference = someConference();
  conference.isHost.value = true;
  conference.participants.value = crowd(250);
  show();
});
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

test('a row says who shares the screen, and who records', () => {
  const media = { microphone: 'on', camera: 'on', screen: 'paused' } as const;
  conference.participants.value = [
    someParticipant({ info: { id: 'a', name: 'Ada', media } }),
    someParticipant({ info: { id: 'b', name: 'Bob', recordingSince: '2026-03-02T09:00:00Z' } }),
  ];
  show();
  const texts = Array.from(document.querySelectorAll('li'), ({ textContent }) => textContent);
  expect(texts[0]).toContain('shares the screen');
  expect(texts[0]).not.toContain('recording');
  expect(texts[1]).toContain('recording');
  expect(texts[1]).not.toContain('shares the screen');
});

describe('the roster of a crowd', () => {
  test('is drawn a hundred rows at a time, as far as one scrolls', async () => {
    expect(document.querySelector('h3')?.textContent).toBe('In the room (250)');
    expect(rows()).toBe(100);
    await act(reachEnd);
    expect(rows()).toBe(200);
    await act(reachEnd);
    expect(rows()).toBe(250);
    expect(document.querySelector('ul ~ button')).toBeNull();
  });

  test('has a button for more, and goes on with the first of them', async () => {
    button('150 more in the room').focus();
    await press('150 more in the room');
    expect(rows()).toBe(200);
    expect(focusedName()).toBe('More for Guest 100');
    button('50 more in the room').focus();
    await press('50 more in the room');
    expect(focusedName()).toBe('More for Guest 200');
  });

  test('does not take focus that is elsewhere', async () => {
    button('More for Guest 99').focus();
    await act(reachEnd);
    expect(focusedName()).toBe('More for Guest 99');
  });

  test('finds everybody by name, drawn or not', () => {
    show('guest 249');
    expect(rows()).toBe(1);
    expect(document.querySelector('li')?.textContent).toContain('Guest 249');
  });

  test('draws no more of ten thousand than of a hundred', async () => {
    await drawAfter(() => {
      conference.participants.value = crowd(10_000);
    });
    expect(rows()).toBe(100);
    expect(document.querySelector('h3')?.textContent).toBe('In the room (10000)');
  });

  test('is drawn once for all that happens in one frame', async () => {
    const heading = () => document.querySelector('h3')?.textContent;
    for (let count = 251; count <= 260; count++) {
      conference.participants.value = crowd(count);
      await Promise.resolve();
      expect(heading()).toBe('In the room (250)');
    }
    await new Promise(requestAnimationFrame);
    await Promise.resolve();
    expect(heading()).toBe('In the room (260)');
  });
});
