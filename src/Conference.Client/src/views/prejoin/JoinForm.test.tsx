// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RoomInfo } from '../../signaling/protocol.generated';
import type { ConferenceModel, ConferencePhase } from '../../state/model';
import { buttonNames, field, press, type } from '../call/testing/page';
import { JoinForm } from './JoinForm';

const open: RoomInfo = {
  code: 'kmr-vxtd-hpe',
  title: 'Design review',
  isHost: false,
  participantLimit: 25,
  participants: [],
  entry: 'open',
  needsPassword: false,
  audioOnly: false,
};

const info = signal<RoomInfo | undefined>(open);
const joinProblem = signal<ConferenceModel['joinProblem']['value']>(undefined);
const join = vi.fn(() => Promise.resolve());
const vouched = signal(false);
const isCameraBlack = signal(false);
const conference = {
  info,
  joinProblem,
  join,
  vouched,
  title: signal('Design review'),
  rememberedName: 'Sofia',
  phase: signal<ConferencePhase>({ kind: 'preJoin' }),
  media: {
    cameraProblem: signal(undefined),
    microphoneProblem: signal(undefined),
    isCameraBlack,
  },
} as unknown as ConferenceModel;

const show = (change: Partial<RoomInfo> = {}) => {
  info.value = { ...open, ...change };
  joinProblem.value = undefined;
  void act(() => render(<JoinForm conference={conference} />, document.body));
};
const fail = (problem: ConferenceModel['joinProblem']['value']) =>
  void act(() => {
    joinProblem.value = problem;
  });
const labels = () =>
  Array.from(document.querySelectorAll('label'), ({ textContent }) => textContent);
const submit = () =>
  act(() => {
    document
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });

beforeEach(() => {
  join.mockClear();
  vouched.value = false;
});
afterEach(() => render(null, document.body));

describe('the way in', () => {
  test('is joining where the door is open, and where one is a host', () => {
    show();
    expect(buttonNames()).toEqual(['Join now', 'Join with chat only']);
    expect(labels()).toEqual(['Your name']);
  });

  test('is asking where there is a lobby', () => {
    show({ entry: 'lobby' });
    expect(buttonNames()).toEqual(['Ask to join', 'Join with chat only']);
    expect(document.body.textContent).toContain('This room has a lobby. A host will let you in.');
    expect(document.querySelector('a')?.textContent).toBe('Back to home');
  });

  test('is joining for who was sent by another site, whatever the door; nobody says who is inside', () => {
    vouched.value = true;
    show({ entry: 'lobby', needsPassword: true });
    expect(buttonNames()).toEqual(['Join now', 'Join with chat only']);
    expect(labels()).toEqual(['Your name']);
    expect(document.querySelector('.who-is-here')).toBeNull();
    fail('joinTokenInvalid');
    expect(document.querySelector('[role=alert]')?.textContent).toBe(
      'This link is no longer valid. Go back to where you found it.',
    );
  });
});

describe('the password', () => {
  test('is asked for where the room has one, and sent', async () => {
    show({ needsPassword: true });
    await type(field('Room password'), 'secret');
    await submit();
    expect(join).toHaveBeenCalledExactlyOnceWith({
      name: 'Sofia',
      chatOnly: false,
      withoutDevices: false,
      password: 'secret',
    });
  });

  test('that is wrong is said until another one is written', async () => {
    show({ needsPassword: true });
    fail('passwordWrong');
    expect(document.activeElement).toBe(field('Room password'));
    expect(document.body.textContent).toContain('That password is not right.');
    await type(field('Room password'), 'other');
    expect(document.body.textContent).not.toContain('That password is not right.');
  });

  test('that a host set in the meantime is asked for from then on', () => {
    show();
    fail('passwordRequired');
    expect(labels()).toEqual(['Your name', 'Room password']);
    fail(undefined);
    expect(labels()).toEqual(['Your name', 'Room password']);
  });

  test('is not sent where there is none', async () => {
    show();
    await press('Join with chat only');
    expect(join).toHaveBeenCalledExactlyOnceWith({
      name: 'Sofia',
      chatOnly: true,
      withoutDevices: true,
    });
  });
});

test('A name that is missing twice is said twice', async () => {
  show();
  fail('nameRequired');
  await type(field('Your name'), 'x');
  await type(field('Your name'), '');
  expect(document.body.textContent).not.toContain('Enter your name');
  await submit();
  expect(document.body.textContent).toContain('Enter your name so others know who you are.');
});

test('A black picture is told of for as long as it is black', () => {
  show();
  void act(() => {
    isCameraBlack.value = true;
  });
  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    'Your camera sends a black picture. Open its cover, or choose another camera.',
  );
  void act(() => {
    isCameraBlack.value = false;
  });
  expect(document.querySelector('[role=alert]')).toBeNull();
});
