// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionInfo } from '../../signaling/protocol.generated';
import { RoomsApi } from '../../signaling/RoomsApi';
import { SessionStore } from '../../state/SessionStore';
import { toasts } from '../../ui/toast';
import { press } from '../call/testing/page';
import { Account } from './Account';

const guest: SessionInfo = { isSignInAvailable: true, isSignInRequiredToOpenRooms: false };
const asked: string[] = [];
const signedOut = vi.fn();
let answer: () => Response;

const show = async (info: SessionInfo) => {
  answer = () => Response.json(info);
  const api = new RoomsApi((url) => {
    asked.push(url as string);
    return Promise.resolve(answer());
  });
  const session = new SessionStore(api);
  await act(() => render(<Account session={session} onSignedOut={signedOut} />, document.body));
  await vi.waitFor(() => expect(session.session.value).toBeDefined());
  await act(() => undefined);
};
const told = () => toasts.value.map(({ content }) => content);

beforeEach(() => {
  asked.length = 0;
  toasts.value = [];
  signedOut.mockClear();
});
afterEach(() => {
  void act(() => render(null, document.body));
  location.hash = '';
});

describe('Account', () => {
  test('is not there where nobody signs in', async () => {
    await show({ ...guest, isSignInAvailable: false });
    expect(document.body.textContent).toBe('');
    expect(asked).toEqual(['/api/session']);
  });

  test('leads a guest to where one signs in', async () => {
    await show(guest);
    const link = document.querySelector('a');
    expect(link?.textContent).toBe('Sign in');
    expect(link?.getAttribute('href')).toBe('/api/session/sign-in');
  });

  test('says who is signed in, and signs out', async () => {
    await show({ ...guest, name: 'Ada' });
    expect(document.body.textContent).toContain('Ada');
    answer = () => Response.json(guest);
    await press('Sign out');
    await vi.waitFor(() => expect(signedOut).toHaveBeenCalledOnce());
    await act(() => undefined);
    expect(asked.at(-1)).toBe('/api/session/sign-out');
    expect(document.querySelector('a')?.textContent).toBe('Sign in');
  });

  test('says when signing out did not work', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await show({ ...guest, name: 'Ada' });
    answer = () => new Response('', { status: 503 });
    await press('Sign out');
    await vi.waitFor(() => expect(told()).toHaveLength(1));
    expect(document.body.textContent).toContain('Ada');
    expect(signedOut).not.toHaveBeenCalled();
  });

  test('says once that signing in did not work', async () => {
    location.hash = '#sign-in-failed';
    await show(guest);
    expect(told()).toEqual(['Signing in did not work. Try again.']);
    expect(location.hash).toBe('');
  });
});
