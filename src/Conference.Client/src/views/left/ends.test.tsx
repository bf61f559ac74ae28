// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ConferenceModel } from '../../state/model';
import { buttonNames } from '../call/testing/page';
import { DeadEndView } from '../prejoin/DeadEndView';
import { LeftView } from './LeftView';

const links = () => Array.from(document.querySelectorAll('a'), ({ textContent }) => textContent);
const heading = () => document.querySelector('h1')?.textContent;

afterEach(() => render(null, document.body));

describe('the page after the call', () => {
  const conference = {
    code: 'kmr-vxtd-hpe',
    title: signal('Design review'),
    info: signal(undefined),
  } as unknown as ConferenceModel;

  test.each([
    ['left', 'You left Design review', ['Rejoin'], ['Read history', 'Back to home']],
    ['callEnded', 'The call has ended', ['Rejoin'], ['Read history', 'Back to home']],
    ['roomDeleted', 'The call has ended', [], ['Back to home']],
  ] as const)('%s', (how, title, buttons, ways) => {
    void act(() => render(<LeftView conference={conference} how={how} />, document.body));
    expect(heading()).toBe(title);
    expect(buttonNames()).toEqual(buttons);
    expect(links()).toEqual(ways);
  });
});

describe('a dead end', () => {
  test.each([
    ['locked', 'This room is locked', ['Try again']],
    ['denied', 'A host did not let you in', ['Try again']],
    ['removed', 'You were removed from this room', []],
    ['notFound', 'Room not found', []],
    ['seatTaken', 'You joined in another tab', ['Continue here']],
  ] as const)('%s', (reason, title, buttons) => {
    void act(() => render(<DeadEndView end={{ reason }} onRetry={vi.fn()} />, document.body));
    expect(heading()).toBe(title);
    expect(buttonNames()).toEqual(buttons);
    expect(links()).toEqual(['Back to home']);
  });
});
