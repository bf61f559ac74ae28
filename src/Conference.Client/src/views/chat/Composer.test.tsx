// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatModel } from '../../state/model';
import { Composer } from './Composer';

class FakeChat {
  readonly draft = signal('');
  readonly sent: string[] = [];
  setDraft(text: string): void {
    this.draft.value = text;
  }
  send(): Promise<void> {
    this.sent.push(this.draft.value);
    this.draft.value = '';
    return Promise.resolve();
  }
}

let chat: FakeChat;
const onSent = vi.fn();

beforeEach(() => {
  chat = new FakeChat();
  onSent.mockClear();
  void act(() => {
    render(<Composer chat={chat as unknown as ChatModel} onSent={onSent} />, document.body);
  });
});

afterEach(() => render(null, document.body));

function field(): HTMLTextAreaElement {
  return found(document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]'));
}

function sendButton(): HTMLButtonElement {
  return found(document.querySelector<HTMLButtonElement>('button[aria-label="Send"]'));
}

function found<Found>(element: Found | null): Found {
  if (element === null) {
    throw new Error('Not in the page.');
  }
  return element;
}

function write(text: string): void {
  void act(() => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(key: string, options: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
  void act(() => {
    field().dispatchEvent(event);
  });
  return event;
}

describe('Composer', () => {
  it('sends on Enter and goes to the end of the list', () => {
    write('Hello');
    expect(press('Enter').defaultPrevented).toBe(true);
    expect(chat.sent).toEqual(['Hello']);
    expect(field().value).toBe('');
    expect(onSent).toHaveBeenCalledOnce();
  });

  it('makes a line on Shift+Enter', () => {
    write('Hello');
    expect(press('Enter', { shiftKey: true }).defaultPrevented).toBe(false);
    expect(chat.sent).toEqual([]);
  });

  it.each([
    ['a composition is going on', { isComposing: true }],
    ['a composition ends in Safari', { keyCode: 229 }],
  ])('does not send while %s', (_, options) => {
    write('にほん');
    press('Enter', options);
    expect(chat.sent).toEqual([]);
  });

  it.each(['', '   ', '\n\n\t'])('does not send %j', (text) => {
    write(text);
    press('Enter');
    void act(() => sendButton().click());
    expect(chat.sent).toEqual([]);
    expect(sendButton().getAttribute('aria-disabled')).toBe('true');
  });

  it('sends with the button and gives focus back to the field', () => {
    write('Hello');
    expect(sendButton().getAttribute('aria-disabled')).toBe('false');
    void act(() => sendButton().click());
    expect(chat.sent).toEqual(['Hello']);
    expect(document.activeElement).toBe(field());
  });

  it('takes 4,000 characters', () => {
    write('x'.repeat(4000));
    expect(document.body.textContent).not.toContain('too many');
    press('Enter');
    expect(chat.sent).toHaveLength(1);
  });

  it.each([
    [4001, '1 character too many.'],
    [4012, '12 characters too many.'],
  ])('says how many of %i characters are too many', (length, sentence) => {
    write('x'.repeat(length));
    press('Enter');
    expect(chat.sent).toEqual([]);
    expect(document.body.textContent).toContain(sentence);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const hint = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe(sentence);
  });

  it('shows a draft that was there before', () => {
    void act(() => chat.setDraft('from yesterday'));
    expect(field().value).toBe('from yesterday');
  });
});
