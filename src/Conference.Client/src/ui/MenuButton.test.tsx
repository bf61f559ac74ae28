// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MenuButton } from './MenuButton';

const rename = vi.fn();
const forget = vi.fn();

function mount(): HTMLButtonElement {
  render(
    <MenuButton
      label="More for Design review"
      items={[
        { label: 'Copy link', onSelect: vi.fn() },
        { label: 'Rename', onSelect: rename },
        { kind: 'separator' },
        { kind: 'checkbox', label: 'Mirror', checked: true, onSelect: vi.fn() },
        { label: 'Forget this room', onSelect: forget },
      ]}
      render={(props) => <button {...props}>More</button>}
    />,
    document.body,
  );
  const button = document.querySelector('button');
  if (!button) {
    throw new Error('The button is missing.');
  }
  return button;
}

const press = (key: string) =>
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  });

const open = async (key: string): Promise<HTMLButtonElement> => {
  const button = mount();
  button.focus();
  await press(key);
  return button;
};

const focused = () => document.activeElement?.textContent;
const menu = () => document.querySelector('[role=menu]');

beforeEach(() => {
  // happy-dom has no popovers; being shown is the browser's part.
  HTMLElement.prototype.showPopover = vi.fn();
  rename.mockReset();
  forget.mockReset();
});

afterEach(() => {
  render(null, document.body);
});

describe('a menu', () => {
  it('opens on its first item, named as its button', async () => {
    const button = await open('ArrowDown');
    expect(menu()?.getAttribute('aria-label')).toBe('More for Design review');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('Copy link');
  });

  it('opens on its last item by the up arrow', async () => {
    await open('ArrowUp');
    expect(focused()).toBe('Forget this room');
  });

  it('is walked with arrows, Home and End, around its ends', async () => {
    await open('ArrowDown');
    await press('ArrowUp');
    expect(focused()).toBe('Forget this room');
    await press('ArrowDown');
    expect(focused()).toBe('Copy link');
    await press('End');
    expect(focused()).toBe('Forget this room');
    await press('Home');
    expect(focused()).toBe('Copy link');
  });

  it('jumps to the next item with a letter', async () => {
    await open('ArrowDown');
    await press('m');
    expect(focused()).toBe('Mirror');
    await press('x');
    expect(focused()).toBe('Mirror');
  });

  it('gives focus back on Escape and does nothing', async () => {
    const button = await open('ArrowDown');
    await press('Escape');
    expect(menu()).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(rename).not.toHaveBeenCalled();
  });

  it('has focus back on its button before the action runs', async () => {
    const button = await open('ArrowDown');
    let focusedAtAction: Element | null = null;
    rename.mockImplementation(() => (focusedAtAction = document.activeElement));
    const item = Array.from(document.querySelectorAll<HTMLElement>('[role=menuitem]'))[1];
    await act(() => item?.click());
    expect(rename).toHaveBeenCalledOnce();
    expect(focusedAtAction).toBe(button);
    expect(menu()).toBeNull();
  });

  it('says what is chosen', async () => {
    await open('ArrowDown');
    const choice = document.querySelector('[role=menuitemcheckbox]');
    expect(choice?.getAttribute('aria-checked')).toBe('true');
  });
});
