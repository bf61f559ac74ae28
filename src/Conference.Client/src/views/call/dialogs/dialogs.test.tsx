// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SettingsModel } from '../../../state/model';
import { field, press, type } from '../testing/page';
import { someConference } from '../testing/someConference';
import { someParticipant } from '../../../state/someParticipant';
import type { CallDialog } from './callDialog';
import { CallDialogs } from './CallDialogs';

let conference = someConference();
const onClose = vi.fn();
const yuki = someParticipant({ info: { id: 'yuki', name: 'Yuki Tanaka' } }).info;

const show = (dialog: CallDialog) =>
  void act(() =>
    render(
      <CallDialogs
        dialog={dialog}
        conference={conference.model}
        settings={{} as SettingsModel}
        onClose={onClose}
      />,
      document.body,
    ),
  );
const title = () => document.querySelector('h2')?.textContent;

beforeEach(() => {
  conference = someConference();
  onClose.mockReset();
});
afterEach(() => render(null, document.body));

describe('the questions to hosts', () => {
  test.each([
    ['muteAll', 'Mute everyone?', 'Mute all', 'muteAll'],
    ['suspend', 'Suspend everything?', 'Suspend everything', 'suspend'],
    ['endCall', 'End the call for everyone?', 'End call', 'endCall'],
  ] as const)('%s does it when it is confirmed only', async (kind, question, confirm, action) => {
    show({ kind });
    expect(title()).toBe(question);
    expect(document.querySelector('[role=alertdialog]')).not.toBeNull();
    await press('Cancel');
    expect(conference.hosting[action]).not.toHaveBeenCalled();
    await press(confirm);
    expect(conference.hosting[action]).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});

describe('removing somebody', () => {
  const checkbox = () => document.querySelector<HTMLInputElement>('[type=checkbox]');

  test('keeps the messages unless it is asked to delete them', async () => {
    show({ kind: 'remove', participant: yuki });
    expect(title()).toBe('Remove Yuki Tanaka?');
    expect(checkbox()?.closest('label')?.textContent).toBe("Delete Yuki's messages of this call");
    await press('Remove');
    expect(conference.hosting.remove).toHaveBeenLastCalledWith('yuki', { deleteMessages: false });
    void act(() => checkbox()?.click());
    await press('Remove');
    expect(conference.hosting.remove).toHaveBeenLastCalledWith('yuki', { deleteMessages: true });
  });

  test('says that the lobby comes on where it is off', () => {
    show({ kind: 'remove', participant: yuki });
    expect(document.body.textContent).toContain('The lobby will be turned on');
    void act(() => {
      conference.roomSettings.value = { ...conference.roomSettings.value, lobby: true };
    });
    expect(document.body.textContent).not.toContain('The lobby will be turned on');
  });
});

describe('changing the own name', () => {
  beforeEach(() => {
    conference.local.value = someParticipant({ isLocal: true, info: { name: 'Mara' } });
    show({ kind: 'name' });
  });

  test('starts with the name one has', async () => {
    expect(field('Your name').value).toBe('Mara');
    await type(field('Your name'), 'Mara L.');
    await press('Save');
    expect(conference.setName).toHaveBeenCalledExactlyOnceWith('Mara L.');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test.each([
    ['name_required', 'Enter your name so others know who you are.'],
    ['not_allowed', 'Hosts have turned changing names off.'],
    ['unreachable', 'Your name could not be changed. Check your network.'],
  ] as const)('stays open and says why not: %s', async (code, words) => {
    conference.setName.mockResolvedValue(code);
    await press('Save');
    expect(onClose).not.toHaveBeenCalled();
    expect(document.body.textContent).toContain(words);
    await type(field('Your name'), 'Mara L.');
    expect(document.body.textContent).not.toContain(words);
  });
});
