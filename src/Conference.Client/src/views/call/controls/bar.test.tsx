// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SettingsModel } from '../../../state/model';
import type { MenuAction, MenuChoice, MenuItem } from '../../../ui/MenuItems';
import { buttonNames, drawAfter, press } from '../testing/page';
import { someConference, someGuest } from '../testing/someConference';
import { someParticipant } from '../../../state/someParticipant';
import { CameraControl } from './CameraControl';
import { LeaveControl } from './LeaveControl';
import { mayToggleMicrophone } from './microphone';
import { MicrophoneControl } from './MicrophoneControl';
import { moreItems, type CallActions } from './moreItems';
import { PeopleButton } from './PanelButtons';
import { canShare } from './share';
import { ShareButton } from './ShareButton';

let conference = someConference();
const settings = { settings: signal({ mirrorVideo: true }) } as unknown as SettingsModel;
const actions: CallActions = {
  onReact: vi.fn(),
  onPeople: vi.fn(),
  onLayout: vi.fn(),
  picture: undefined,
  recording: undefined,
  onFullScreen: vi.fn(),
  onDialog: vi.fn(),
};

beforeEach(() => {
  conference = someConference();
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = vi.fn();
});
afterEach(() => render(null, document.body));

const labels = (items: readonly MenuItem[]) =>
  items.flatMap((item) => (item.kind === 'separator' ? [] : [item.label]));

describe('the menu More', () => {
  const shown = (isHost: boolean, isPhone: boolean, change: Partial<CallActions> = {}) => {
    conference.isHost.value = isHost;
    return labels(moreItems(conference.model, { ...actions, ...change }, isPhone));
  };

  test('has room settings and suspending for hosts alone', () => {
    expect(shown(false, false)).toEqual([
      'Layout',
      'Blur background',
      'Full screen',
      'Room history',
      'Settings',
      'Keyboard shortcuts',
    ]);
    expect(shown(true, false)).toEqual([
      'Layout',
      'Blur background',
      'Full screen',
      'Room history',
      'Room settings',
      'Suspend everything',
      'Settings',
      'Keyboard shortcuts',
    ]);
  });

  test('has no blur for who shows nothing', () => {
    conference.chatOnly.value = true;
    expect(shown(false, false)).not.toContain('Blur background');
  });

  test('says whether the background is blurred, and changes it', () => {
    const item = moreItems(conference.model, actions, false).find(
      (one) => one.kind === 'checkbox' && one.label === 'Blur background',
    );
    expect(item).toMatchObject({ checked: false });
    (item as MenuChoice).onSelect();
    expect(conference.media.setEffect).toHaveBeenCalledWith('blur', true);
  });

  test('switches between the cameras of a phone', () => {
    expect(shown(false, true)).not.toContain('Switch camera');
    const camera = [
      { id: 'cam 1', label: 'Front' },
      { id: 'cam 2', label: 'Back' },
    ];
    conference.media.devices.value = { camera };
    expect(shown(false, true)).toContain('Switch camera');
    expect(shown(false, false)).not.toContain('Switch camera');
    const items = moreItems(conference.model, actions, true);
    const item = items.find((one) => one.kind === undefined && one.label === 'Switch camera');
    (item as MenuAction).onSelect();
    expect(conference.media.select).toHaveBeenCalledWith('camera', 'cam 2');
  });

  test('ends the call on a phone, where there are no leave options', () => {
    expect(shown(true, true).at(-1)).toBe('End call for everyone');
    expect(shown(false, true)).not.toContain('End call for everyone');
  });

  test('has a layout on a phone too, whose top bar has no room for it', () => {
    expect(shown(false, true)).toContain('Layout');
    expect(shown(false, true)).not.toContain('Full screen');
  });

  test.each([
    [false, 'Picture-in-picture'],
    [true, 'Close picture-in-picture'],
  ])('has a window of its own where the browser has one: open %s', (isOpen, label) => {
    expect(shown(false, false)).not.toContain(label);
    expect(shown(false, false, { picture: { isOpen, toggle: vi.fn() } })).toContain(label);
  });

  test.each([
    [false, 'Record'],
    [true, 'Stop recording'],
  ])('records where that is allowed: on %s', (isOn, label) => {
    expect(shown(false, false)).not.toContain(label);
    const toggle = vi.fn();
    const item = moreItems(
      conference.model,
      { ...actions, recording: { isOn, toggle } },
      false,
    ).find((one) => 'label' in one && one.label === label);
    (item as MenuChoice).onSelect();
    expect(toggle).toHaveBeenCalledOnce();
  });

  test('has no reactions where they are not allowed', () => {
    expect(shown(false, true)).toContain('React');
    expect(shown(false, true, { onReact: undefined })).not.toContain('React');
  });
});

describe('a device that is starting', () => {
  test('is on by its name already, as pressing turns it off', () => {
    const devices = signal({ microphone: [], camera: [], speaker: [] });
    Object.assign(conference.media, { level: signal(0), devices });
    conference.media.microphone.value = 'starting';
    conference.media.camera.value = 'starting';
    const props = { conference: conference.model, settings, onSettings: vi.fn() };
    void act(() =>
      render(
        <>
          <MicrophoneControl {...props} />
          <CameraControl {...props} />
        </>,
        document.body,
      ),
    );
    expect(buttonNames()).toEqual(expect.arrayContaining(['Mute microphone', 'Turn camera off']));
  });

  test('can be muted by who may not unmute', () => {
    conference.permissions.value = { ...conference.permissions.value, unmute: false };
    conference.media.microphone.value = 'starting';
    expect(mayToggleMicrophone(conference.model)).toBe(true);
  });
});

describe('sharing the screen', () => {
  const show = () =>
    void act(() => render(<ShareButton conference={conference.model} />, document.body));
  const shown = (isPhone: boolean) => labels(moreItems(conference.model, actions, isPhone));
  const allow = (shareScreen: boolean) => {
    conference.permissions.value = { ...conference.permissions.value, shareScreen };
  };

  test('is a button that says what it does', async () => {
    show();
    expect(document.querySelector('button')?.dataset['state']).toBe('off');
    await press('Share screen');
    expect(conference.toggleScreen).toHaveBeenCalledOnce();
    await drawAfter(() => (conference.media.screen.state.value = 'paused'));
    expect(buttonNames()).toEqual(['Stop sharing']);
    expect(document.querySelector('button')?.dataset['state']).toBe('on');
  });

  test('is in the menu of a phone whose browser can', () => {
    expect(shown(true)).toContain('Share screen');
    expect(shown(false)).not.toContain('Share screen');
    conference.media.screen.isSupported = false;
    expect(shown(true)).not.toContain('Share screen');
  });

  test('can be optimised for video while it goes on', () => {
    expect(shown(false)).not.toContain('Optimise for video');
    conference.media.screen.state.value = 'on';
    const item = moreItems(conference.model, actions, false).find(
      (one) => one.kind === 'checkbox' && one.label === 'Optimise for video',
    );
    expect(item).toMatchObject({ checked: false });
    (item as MenuChoice).onSelect();
    expect(conference.media.screen.optimiseForVideo).toHaveBeenCalledWith(true);
  });

  test('is there for who may, or has to stop', () => {
    allow(false);
    expect(canShare(conference.model)).toBe(false);
    conference.media.screen.state.value = 'on';
    expect(canShare(conference.model)).toBe(true);
    conference.chatOnly.value = true;
    expect(canShare(conference.model)).toBe(false);
  });
});

describe('leaving', () => {
  const onEndCall = vi.fn();
  const show = (isHost: boolean, isPhone: boolean) => {
    conference.isHost.value = isHost;
    void act(() =>
      render(
        <LeaveControl conference={conference.model} isPhone={isPhone} onEndCall={onEndCall} />,
        document.body,
      ),
    );
    return buttonNames();
  };

  test.each([
    [true, false, ['Leave', 'Leave options']],
    [true, true, ['Leave']],
    [false, false, ['Leave']],
  ])('host %s, phone %s', (isHost, isPhone, names) => {
    expect(show(isHost, isPhone)).toEqual(names);
  });

  test('is at once, and ending the call is asked about', async () => {
    show(true, false);
    await press('Leave');
    expect(conference.leave).toHaveBeenCalledOnce();
    await press('Leave options');
    await press('End call for everyone');
    expect(onEndCall).toHaveBeenCalledOnce();
    expect(conference.hosting.endCall).not.toHaveBeenCalled();
  });
});

test('The button for people counts who waits', async () => {
  conference.participants.value = [someParticipant()];
  void act(() =>
    render(
      <PeopleButton conference={conference.model} isOpen={false} onToggle={vi.fn()} />,
      document.body,
    ),
  );
  expect(buttonNames()).toEqual(['People, 1 in the room']);
  await drawAfter(() => {
    conference.lobby.value = [someGuest('a'), someGuest('b')];
  });
  expect(buttonNames()).toEqual(['People, 1 in the room, 2 in the lobby']);
  expect(document.querySelector<HTMLElement>('.badge')?.dataset['count']).toBe('2');
});
