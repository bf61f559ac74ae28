// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { button, focusedName } from '../testing/page';
import { PanelSlot } from './PanelSlot';

const draw = (isLoaded: boolean, isOpen = true) =>
  act(async () => {
    render(
      <>
        <button type="button">Chat</button>
        <button type="button">Leave</button>
        {isOpen && (
          <PanelSlot onClose={vi.fn()}>{isLoaded && <input aria-label="Message" />}</PanelSlot>
        )}
      </>,
      document.body,
    );
    await Promise.resolve();
  });

beforeEach(async () => {
  await draw(false, false);
  button('Chat').focus();
});
afterEach(() => render(null, document.body));

test('What opens takes the focus at once', async () => {
  await draw(true);
  expect(focusedName()).toBe('Message');
});

test('What is still fetched takes it when it is there', async () => {
  await draw(false);
  expect(focusedName()).toBe('Chat');
  await draw(true);
  expect(focusedName()).toBe('Message');
});

test('Who went on to something else in the meantime stays there', async () => {
  await draw(false);
  button('Leave').focus();
  await draw(true);
  expect(focusedName()).toBe('Leave');
});

test('A panel that is closed looks for nothing any more', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  await draw(false);
  await draw(false, false);
  expect(disconnect).toHaveBeenCalledOnce();
});
