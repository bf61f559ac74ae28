// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, buttonNames, field, focusedName, press, type } from '../call/testing/page';
import { RoomSettingsDialog } from './RoomSettingsDialog';
import { someSettings, someSettingsModel } from './testing/someSettings';

let model = someSettingsModel();
const onClose = vi.fn();
const onChanged = vi.fn();

const show = (opened = someSettingsModel()) => {
  model = opened;
  void act(() =>
    render(
      <RoomSettingsDialog create={() => model} onClose={onClose} onChanged={onChanged} />,
      document.body,
    ),
  );
};
const switchOf = (name: string) =>
  document.querySelector<HTMLInputElement>(`[role=switch][aria-label="${name}"]`);
const flip = (name: string) => void act(() => switchOf(name)?.click());
const described = (input: HTMLInputElement) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

const question = () => document.querySelector('[role=alertdialog]');

beforeEach(() => {
  onClose.mockReset();
  onChanged.mockReset();
});
afterEach(() => render(null, document.body));

describe('the dialog Room settings', () => {
  test('loads when it opens, and closes what it was given', async () => {
    show();
    expect(model.load).toHaveBeenCalledOnce();
    await act(() => render(null, document.body));
    expect(model.close).toHaveBeenCalledOnce();
  });

  test('has all settings under their names', () => {
    show();
    expect(field('Room title').value).toBe('Design review');
    expect(field('Room password').placeholder).toBe('None');
    expect(field('Keep messages').tagName).toBe('SELECT');
    expect(
      Array.from(document.querySelectorAll('[role=switch]'), (one) =>
        one.getAttribute('aria-label'),
      ),
    ).toEqual([
      'Lobby',
      'Lock room',
      'Participants may share screens',
      'Participants may record',
      'Participants may chat',
      'Participants may unmute',
      'Participants may react',
      'Participants may change their names',
      'Audio only',
      'Relay only',
    ]);
  });

  test('saves what was changed and closes', async () => {
    show();
    flip('Lobby');
    flip('Lock room');
    flip('Lock room');
    await type(field('Room title'), 'Review');
    await press('Save');
    expect(model.save).toHaveBeenCalledExactlyOnceWith({ lobby: true, title: 'Review' });
    expect(onChanged).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('asks the server nothing when nothing was changed', async () => {
    show();
    await press('Save');
    expect(model.save).not.toHaveBeenCalled();
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('keeps what was changed when another host saves something else', () => {
    show();
    flip('Lobby');
    void act(() => {
      model.info.value = someSettings({ title: 'Of the other one' });
    });
    expect(switchOf('Lobby')?.checked).toBe(true);
    expect(field('Room title').value).toBe('Of the other one');
  });

  test.each([
    ['title_invalid', 'Room title', 'This title contains characters that cannot be shown.'],
    ['password_invalid', 'Room password', 'A password can have up to 64 characters'],
    ['lobby_message_invalid', 'Message to the lobby', 'A message can have up to 200 characters'],
  ] as const)('says at the field what is wrong: %s', async (code, label, words) => {
    show();
    model.save.mockResolvedValue(code);
    flip('Lobby');
    await press('Save');
    expect(onClose).not.toHaveBeenCalled();
    expect(described(field(label))).toContain(words);
    expect(document.activeElement).toBe(field(label));
  });

  test('says beside the button what is no field’s fault', async () => {
    show();
    model.save.mockResolvedValue('not_allowed');
    flip('Lobby');
    await press('Save');
    expect(document.querySelector('footer [role=alert]')?.textContent).toBe(
      'Only hosts of this room can change it.',
    );
  });

  test('says that nothing can be loaded, and tries again', async () => {
    show(someSettingsModel(null));
    void act(() => {
      model.unreachable.value = true;
    });
    expect(buttonNames()).not.toContain('Save');
    await press('Try again');
    expect(model.load).toHaveBeenCalledTimes(2);
  });
});

describe('the password', () => {
  test('is removed at a button, not by leaving its field empty', async () => {
    show(someSettingsModel(someSettings({ hasPassword: true })));
    expect(field('Room password').placeholder).toBe('Set');
    await type(field('Room password'), 'x');
    await type(field('Room password'), '');
    expect(field('Room password').placeholder).toBe('Set');
    await press('Remove password');
    expect(document.activeElement).toBe(field('Room password'));
    expect(field('Room password').placeholder).toBe('None');
    await press('Save');
    expect(model.save).toHaveBeenCalledExactlyOnceWith({ password: '' });
  });
});

describe('removed people', () => {
  const removed = ['Ben', 'Ola'].map((name) => ({
    personId: name,
    name,
    removedAt: '2026-03-02T09:00:00Z',
  }));

  test('are allowed back at once, and focus goes to the next one', async () => {
    show(someSettingsModel(someSettings({ removed })));
    button('Allow back Ben').focus();
    await press('Allow back Ben');
    expect(model.allowBack).toHaveBeenCalledExactlyOnceWith('Ben');
    void act(() => {
      model.info.value = someSettings({ removed: removed.slice(1) });
    });
    expect(focusedName()).toBe('Allow back Ola');
    void act(() => {
      model.info.value = someSettings();
    });
    expect(focusedName()).toBe('Close');
    expect(document.body.textContent).not.toContain('Removed people');
  });
});

describe('what hosts did', () => {
  test('is asked for when somebody wants to know, and told in sentences', async () => {
    show();
    expect(model.loadAudit).not.toHaveBeenCalled();
    await press('What hosts did');
    expect(model.loadAudit).toHaveBeenCalledOnce();
    void act(() => {
      model.audit.value = [
        { at: '2026-03-02T09:00:00Z', by: 'Mara', action: 'removed', target: 'Ben' },
        { at: '2026-03-02T08:00:00Z', by: 'Mara', action: 'lobbyOn' },
      ];
    });
    const lines = Array.from(
      document.querySelectorAll('.audit li > span'),
      (line) => line.textContent,
    );
    expect(lines).toEqual(['Mara removed Ben', 'Mara turned the lobby on']);
  });
});

describe('a host link', () => {
  test('is shown once it is made, and never before', async () => {
    show();
    expect(document.querySelector('input[readonly]')).toBeNull();
    model.makeHostLink.mockResolvedValue({
      link: 'https://conference.test/r/kmr-vxtd-hpe#host=secret',
      expiresAt: '2026-03-03T09:00:00Z',
    });
    await press('Make host link');
    expect(field('Host link').value).toBe('https://conference.test/r/kmr-vxtd-hpe#host=secret');
    expect(field('Host link').readOnly).toBe(true);
  });

  test('that could not be made is said', async () => {
    show();
    await press('Make host link');
    expect(document.body.textContent).toContain('The link could not be made.');
  });
});

describe('the link of the room', () => {
  const linkPart = () => document.querySelector('section[aria-label="Room link"]');

  test('is shown as it is now', async () => {
    show();
    expect(linkPart()?.querySelector('code')?.textContent).toBe(model.link.value);
    await act(() => void (model.link.value = 'https://conference.test/r/new-link-abc'));
    expect(linkPart()?.querySelector('code')?.textContent).toBe(model.link.value);
  });

  test('is changed when that is confirmed', async () => {
    show();
    await press('Change link');
    expect(question()?.querySelector('h2')?.textContent).toBe('Change the link of this room?');
    await press('Cancel', question() ?? document);
    expect(question()).toBeNull();
    expect(model.changeLink).not.toHaveBeenCalled();

    await press('Change link');
    await press('Change link', question() ?? document);
    expect(model.changeLink).toHaveBeenCalledOnce();
    expect(question()).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
  });

  test('tells when it could not be changed', async () => {
    show();
    model.changeLink.mockResolvedValue('unreachable');
    await press('Change link');
    await press('Change link', question() ?? document);
    expect(document.querySelector('.footer-failure')?.textContent).not.toBe('');
  });

  test('takes a host link of the former one away', async () => {
    show();
    const made = { link: 'https://conference.test/#host=x', expiresAt: '2026-01-02T00:00:00Z' };
    model.makeHostLink.mockResolvedValue(made);
    await press('Make host link');
    expect(field('Host link').value).toBe(made.link);
    await act(() => void (model.link.value = 'https://conference.test/r/new-link-abc'));
    expect(buttonNames()).not.toContain('Copy host link');
  });
});

describe('deleting the room', () => {
  test('is asked about', async () => {
    show();
    await press('Delete room');
    expect(question()?.querySelector('h2')?.textContent).toBe('Delete Design review?');
    await press('Cancel', question() ?? document);
    expect(question()).toBeNull();
    expect(model.deleteRoom).not.toHaveBeenCalled();
  });

  test('closes the dialog when it is done', async () => {
    show();
    await press('Delete room');
    await press('Delete room', question() ?? document);
    expect(model.deleteRoom).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalledOnce();
    expect(onChanged).toHaveBeenCalledOnce();
  });
});
