// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { someConference } from '../testing/someConference';
import { someParticipant } from '../../../state/someParticipant';
import { ConnectionBanner } from './ConnectionBanner';
import { MutedTip } from './MutedTip';

const status = () => document.querySelector('[role=status]')?.textContent;
const reconnecting = () => document.querySelector('[data-testid=reconnecting]');

afterEach(() => render(null, document.body));

describe('the banner over the stage', () => {
  const other = someParticipant({ tileState: 'connected' });
  const silent = someParticipant({ tileState: 'repairing' });

  test.each([
    ['online', [other], ''],
    ['connecting', [other], ''],
    ['reconnecting', [other], 'Reconnecting… your call continues'],
    ['back', [other], 'Back online'],
    [
      'away',
      [other],
      'The server is not answering. Your call continues; chat and controls come back with it.',
    ],
    ['away', [silent], 'You lost the connection. Check your network.'],
  ] as const)('%s: %#', (link, participants, words) => {
    const conference = someConference();
    conference.serverLink.value = link;
    conference.participants.value = participants;
    void act(() => render(<ConnectionBanner conference={conference.model} />, document.body));
    expect(status()).toBe(words);
  });

  test('comes and goes with the connection, in a region that stays', () => {
    const conference = someConference();
    void act(() => render(<ConnectionBanner conference={conference.model} />, document.body));
    const region = document.querySelector('[role=status]');
    expect(reconnecting()).toBeNull();
    void act(() => {
      conference.serverLink.value = 'reconnecting';
    });
    expect(reconnecting()).not.toBeNull();
    void act(() => {
      conference.serverLink.value = 'back';
    });
    expect(reconnecting()).toBeNull();
    expect(document.querySelector('[role=status]')).toBe(region);
  });
});

describe('the tip for somebody who speaks while muted', () => {
  const conference = someConference();
  const speak = () =>
    void act(() => {
      conference.notice.value = { kind: 'mutedWhileSpeaking' };
    });
  const wait = (seconds: number) =>
    void act(() => {
      vi.advanceTimersByTime(seconds * 1_000);
    });

  beforeEach(() => {
    vi.useFakeTimers();
    conference.notice.value = undefined;
    conference.media.microphone.value = 'muted';
    void act(() => render(<MutedTip conference={conference.model} />, document.body));
  });
  afterEach(() => void vi.useRealTimers());

  test('shows for some seconds, and once a minute at most', () => {
    speak();
    expect(status()).toBe('You are muted. Press D to unmute.');
    wait(10);
    expect(status()).toBe('');
    speak();
    expect(status()).toBe('');
    wait(60);
    speak();
    expect(status()).toBe('You are muted. Press D to unmute.');
  });

  test('goes at once when the microphone is on again', () => {
    speak();
    void act(() => {
      conference.media.microphone.value = 'on';
    });
    expect(status()).toBe('');
  });
});
