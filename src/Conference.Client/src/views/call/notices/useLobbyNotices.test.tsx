// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from '../../../ui';
import { toasts } from '../../../ui/toast';
import { buttonNames, press } from '../testing/page';
import { someConference, someGuest } from '../testing/someConference';
import { useLobbyNotices } from './useLobbyNotices';

let conference = someConference();
const onView = vi.fn();

function Notices({ isPeopleOpen }: { readonly isPeopleOpen: boolean }) {
  useLobbyNotices(conference.model, isPeopleOpen, onView);
  return (
    <>
      <Toasts level={0} />
      <div id="status" />
    </>
  );
}

const show = (isPeopleOpen = false) =>
  void act(() => render(<Notices isPeopleOpen={isPeopleOpen} />, document.body));
const wait = (...names: string[]) =>
  void act(() => {
    conference.lobby.value = names.map((name) => someGuest(name));
  });
const words = () =>
  Array.from(document.querySelectorAll('.toast p'), ({ textContent }) => textContent);

beforeEach(() => {
  conference = someConference();
  onView.mockReset();
  toasts.value = [];
  show();
});
afterEach(() => render(null, document.body));

test('Who asks to join is told of once, with what can be done', async () => {
  wait('Noa');
  wait('Noa', 'Ines');
  expect(words()).toEqual(['Noa asks to join', 'Ines asks to join']);
  expect(buttonNames()).toEqual(['View', 'Admit Noa', 'View', 'Admit Ines']);
  await press('View');
  expect(onView).toHaveBeenCalledOnce();
  await press('Admit Ines');
  expect(conference.hosting.admit).toHaveBeenCalledExactlyOnceWith('Ines');
});

test('A toast goes with its guest', () => {
  wait('Noa', 'Ines');
  wait('Ines');
  expect(words()).toEqual(['Ines asks to join']);
  wait();
  expect(words()).toEqual([]);
});

test('Who asks again is told of again', () => {
  wait('Noa');
  wait();
  wait('Noa');
  expect(words()).toEqual(['Noa asks to join']);
});

test('A crowd is told of in one toast, however many come', () => {
  wait('a', 'b');
  wait('a', 'b', 'c', 'd');
  wait('a', 'b', 'c', 'd', 'e');
  expect(words()).toEqual(['Several people ask to join']);
  wait();
  expect(words()).toEqual([]);
});

test('Whoever waited before the host came is told of too', () => {
  render(null, document.body);
  conference = someConference();
  conference.lobby.value = [someGuest('Noa')];
  show();
  expect(words()).toEqual(['Noa asks to join']);
});

test('With the lobby in sight there are words for a screen reader alone', () => {
  wait('Noa');
  show(true);
  expect(words()).toEqual([]);
  wait('Noa', 'Ines');
  expect(words()).toEqual([]);
  expect(document.getElementById('status')?.textContent).toBe('Ines asks to join');
});

test('In a frame of another site nobody is admitted from a toast, which goes with the first click', () => {
  vi.stubGlobal('top', {});
  wait('Noa');
  expect(buttonNames()).toEqual(['View']);
  vi.unstubAllGlobals();
});
