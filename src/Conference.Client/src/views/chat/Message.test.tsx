// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import type { MessageModel } from '../../state/model';
import { Message } from './Message';

const deleted: MessageModel = {
  key: 'one',
  message: {
    sequence: 7,
    kind: 'text',
    sentAt: '2026-03-02T09:00:00Z',
    personId: 'yuki',
    name: 'Yuki',
    deleted: true,
  },
  state: 'sent',
  mine: false,
  first: true,
  startsDay: false,
  startsNew: false,
};
const context = {
  linkTo: (sequence: number) => `/r/kmr-vxtd-hpe/history#m${sequence}`,
  saysYou: true,
  query: '',
};

afterEach(() => render(null, document.body));

it('says that a message was deleted, and has a link to copy but no text', () => {
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = vi.fn();
  void act(() =>
    render(<Message model={deleted} context={context} found={false} />, document.body),
  );
  const article = document.querySelector('article');
  expect(article?.querySelector('.gone')?.textContent).toBe('Message deleted');
  void act(() => article?.focus());
  void act(() => article?.querySelector('button')?.click());
  const items = Array.from(document.querySelectorAll('[role=menuitem]'), (one) => one.textContent);
  expect(items).toEqual(['Copy link']);
});
