// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AlertDialog, Dialog } from './Dialog';
import { Toasts } from './Toasts';
import { toast, toasts } from './toast';

const onClose = vi.fn();
const page = () => document.getElementById('page') ?? document.body;

const show = (open: boolean) =>
  act(() =>
    render(
      <>
        <button id="opener">Open</button>
        <Toasts level={0} />
        {open && (
          <Dialog title="Rename room" onClose={onClose}>
            <input id="title" />
          </Dialog>
        )}
      </>,
      page(),
    ),
  );

beforeEach(async () => {
  onClose.mockReset();
  toasts.value = [];
  const holder = document.createElement('div');
  holder.id = 'page';
  document.body.replaceChildren(holder);
  await show(false);
  document.getElementById('opener')?.focus();
});

afterEach(() => {
  render(null, page());
});

const dialog = () => document.querySelector('dialog');

describe('a dialog', () => {
  it('is named by its heading and focuses its first field', async () => {
    await show(true);
    const heading = document.getElementById(dialog()?.getAttribute('aria-labelledby') ?? '');
    expect(heading?.textContent).toBe('Rename room');
    expect(document.activeElement?.id).toBe('title');
  });

  it('gives focus back to its opener', async () => {
    await show(true);
    await show(false);
    await act(() => Promise.resolve());
    expect(document.activeElement?.id).toBe('opener');
  });

  it('gives focus to the main part when its opener has gone', async () => {
    await show(true);
    const main = document.createElement('main');
    main.id = 'main';
    main.tabIndex = -1;
    document.body.append(main);
    document.getElementById('opener')?.remove();
    await act(() => render(null, page()));
    await act(() => Promise.resolve());
    expect(document.activeElement?.id).toBe('main');
  });

  it('asks to be closed by Escape and by its button', async () => {
    await show(true);
    const cancel = new Event('cancel', { cancelable: true });
    dialog()?.dispatchEvent(cancel);
    expect(cancel.defaultPrevented).toBe(true);
    dialog()?.querySelector<HTMLElement>('[aria-label=Close]')?.click();
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('shows toasts in front of its backdrop, and nowhere twice', async () => {
    await show(true);
    await act(() => void toast('Link copied'));
    const shown = document.querySelectorAll('.toast');
    expect(shown).toHaveLength(1);
    expect(dialog()?.contains(shown[0] ?? null)).toBe(true);
    await show(false);
    expect(document.querySelectorAll('.toast')).toHaveLength(1);
  });
});

describe('an alert dialog', () => {
  it('focuses the safe answer', async () => {
    const onConfirm = vi.fn();
    await act(() =>
      render(
        <AlertDialog title="Delete?" confirm="Delete" onConfirm={onConfirm} onCancel={onClose} />,
        page(),
      ),
    );
    expect(document.activeElement?.textContent).toBe('Cancel');
    expect(dialog()?.getAttribute('role')).toBe('alertdialog');
    expect(onConfirm).not.toHaveBeenCalled();
  });
});

describe('toasts', () => {
  it('are three at most: the oldest makes room', async () => {
    await act(() => ['one', 'two', 'three', 'four'].forEach((text) => toast(text)));
    const texts = Array.from(document.querySelectorAll('.toast')).map((entry) => entry.textContent);
    expect(texts).toEqual(['two', 'three', 'four']);
  });

  it('go after 5 s, with an action after 10 s unless the pointer holds them', async () => {
    vi.useFakeTimers();
    try {
      await act(() => {
        toast('plain');
        toast('with action', { actions: [{ label: 'View', onSelect: vi.fn() }] });
      });
      await act(() => void vi.advanceTimersByTime(5_000));
      expect(document.querySelectorAll('.toast')).toHaveLength(1);
      const left = document.querySelector('.toast');
      await act(() => void left?.dispatchEvent(new Event('pointerenter')));
      await act(() => void vi.advanceTimersByTime(20_000));
      expect(document.querySelectorAll('.toast')).toHaveLength(1);
      await act(() => void left?.dispatchEvent(new Event('pointerleave')));
      await act(() => void vi.advanceTimersByTime(10_000));
      expect(document.querySelectorAll('.toast')).toHaveLength(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('give focus back to where it came from', async () => {
    const onSelect = vi.fn();
    await show(false);
    await act(() => {
      toast('Noa asks to join', { actions: [{ label: 'Admit', name: 'Admit Noa', onSelect }] });
    });
    const action = document.querySelector<HTMLElement>('.toast [aria-label="Admit Noa"]');
    await act(() => action?.focus());
    await act(() => action?.click());
    expect(onSelect).toHaveBeenCalledOnce();
    expect(document.activeElement?.id).toBe('opener');
  });
});

describe('a question in a frame of another site', () => {
  const onConfirm = vi.fn();
  const ask = (isFramed: boolean) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    if (isFramed) {
      vi.stubGlobal('top', {});
    }
    void act(() =>
      render(
        <AlertDialog title="End?" confirm="End call" onConfirm={onConfirm} onCancel={onClose} />,
        page(),
      ),
    );
  };
  const confirm = () => document.querySelector<HTMLElement>('dialog footer .primary')?.click();

  beforeEach(() => {
    onConfirm.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('takes no answer before it was there for a while without clicks', () => {
    ask(true);
    confirm();
    vi.advanceTimersByTime(499);
    confirm();
    vi.advanceTimersByTime(499);
    confirm();
    expect(onConfirm).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    confirm();
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it('is answered at once in a page of its own', () => {
    ask(false);
    confirm();
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});
