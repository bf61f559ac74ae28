// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConferenceNotice, SettingsModel } from '../../../state/model';
import { Toasts } from '../../../ui';
import { toasts } from '../../../ui/toast';
import { press } from '../testing/page';
import { someConference } from '../testing/someConference';
import { useNotices } from './useNotices';

const settings = { settings: signal({ sounds: false }) } as unknown as SettingsModel;
let conference = someConference();

function Notices() {
  useNotices(conference.model, settings);
  return <Toasts level={0} />;
}

const tell = (notice: ConferenceNotice) =>
  void act(() => {
    conference.notice.value = notice;
  });
const words = () =>
  Array.from(document.querySelectorAll('.toast p'), ({ textContent }) => textContent);

beforeEach(() => {
  conference = someConference();
  toasts.value = [];
  void act(() => render(<Notices />, document.body));
});
afterEach(() => render(null, document.body));

test.each([
  ['muted', 'Mara muted you'],
  ['videoStopped', 'Mara stopped your video'],
  ['screenStopped', 'Mara stopped your screen share'],
  ['askedToUnmute', 'Mara asks you to unmute'],
  ['handLowered', 'Mara lowered your hand'],
  ['madeHost', 'Mara made you a host'],
  ['removedAsHost', 'Mara removed you as host'],
] as const)('A host does something to oneself: %s', (act_, sentence) => {
  tell({ kind: 'hostActed', by: 'Mara', act: act_ });
  expect(words()).toEqual([sentence]);
});

test('Asked to unmute, one unmutes by pressing, and never by itself', async () => {
  tell({ kind: 'hostActed', by: 'Mara', act: 'askedToUnmute' });
  expect(conference.toggleMicrophone).not.toHaveBeenCalled();
  await press('Unmute');
  expect(conference.toggleMicrophone).toHaveBeenCalledOnce();
});

test('Asked to unmute with the microphone on already, pressing does not mute', async () => {
  tell({ kind: 'hostActed', by: 'Mara', act: 'askedToUnmute' });
  conference.media.microphone.value = 'on';
  await press('Unmute');
  expect(conference.toggleMicrophone).not.toHaveBeenCalled();
});

test.each([
  ['left', ['Tomás left']],
  ['vanished', ['Tomás left']],
  ['removed', ['Tomás was removed']],
  ['ended', []],
] as const)('Somebody goes: %s', (reason, sentences) => {
  tell({ kind: 'left', name: 'Tomás', reason });
  expect(words()).toEqual(sentences);
});

test.each([
  ['last_host', 'You are the last host. Make somebody else a host first.'],
  ['unreachable', 'The server cannot be reached. Check your network.'],
  ['server_fault', 'That did not work. Try again in a moment.'],
] as const)('A host is told why nothing happened: %s', (code, sentence) => {
  tell({ kind: 'hostActionFailed', code });
  expect(words()).toEqual([sentence]);
});

test('In a frame of another site one is told what a second click does', () => {
  tell({ kind: 'askedAgain', deed: 'admitAll' });
  expect(words()).toEqual(['Another site shows this page. Click again to confirm: Admit all']);
});

test('Of two who come at once both are told', () => {
  void act(() => {
    conference.notice.value = { kind: 'joined', name: 'Yuki' };
    conference.notice.value = { kind: 'joined', name: 'Amara' };
  });
  expect(words()).toEqual(['Yuki joined', 'Amara joined']);
});
