import { describe, expect, test } from 'vitest';
import { someConference } from '../call/testing/someConference';
import { someParticipant } from '../../state/someParticipant';
import type { ParticipantModel } from '../../state/model';
import { personItems } from './personItems';

const speaker = someParticipant({ info: { id: 'speaker' } });
const listener = someParticipant({
  handPlace: 1,
  info: { id: 'listener', media: { microphone: 'muted', camera: 'off', screen: 'off' } },
});
const coHost = someParticipant({ info: { id: 'coHost', isHost: true } });
const sharer = someParticipant({
  info: { id: 'sharer', media: { microphone: 'none', camera: 'off', screen: 'paused' } },
});
const writer = someParticipant({ info: { id: 'writer', chatOnly: true } });
const own = someParticipant({ isLocal: true, handPlace: 2, info: { id: 'own' } });
const ownHost = someParticipant({ isLocal: true, info: { id: 'own', isHost: true } });

function labels(participant: ParticipantModel, isHost: boolean, others = [participant]) {
  const conference = someConference();
  conference.isHost.value = isHost;
  conference.participants.value = others;
  return personItems(participant, { conference: conference.model, onDialog: () => undefined }).map(
    (item) => (item.kind === 'separator' ? '-' : item.label),
  );
}

describe('the menu about a participant', () => {
  test.each([
    [
      'who speaks',
      speaker,
      [
        'Pin for me',
        'Spotlight for everyone',
        'Mute',
        'Stop video',
        '-',
        'Make host',
        'Connection',
        '-',
        'Remove from room',
      ],
    ],
    [
      'who is muted and raises a hand',
      listener,
      [
        'Pin for me',
        'Spotlight for everyone',
        'Ask to unmute',
        '-',
        'Make host',
        'Lower hand',
        'Connection',
        '-',
        'Remove from room',
      ],
    ],
    [
      'who shares a screen',
      sharer,
      [
        'Pin for me',
        'Spotlight for everyone',
        'Stop sharing',
        '-',
        'Make host',
        'Connection',
        '-',
        'Remove from room',
      ],
    ],
    [
      'who is a host too',
      coHost,
      [
        'Pin for me',
        'Spotlight for everyone',
        'Mute',
        'Stop video',
        '-',
        'Remove as host',
        'Connection',
        '-',
        'Remove from room',
      ],
    ],
    ['who only writes', writer, ['Make host', '-', 'Remove from room']],
    ['oneself, the only host', ownHost, ['Change my name', 'Spotlight for everyone']],
  ])('has what works, for a host: %s', (_, participant, expected) => {
    expect(labels(participant, true)).toEqual(expected);
  });

  test('lets a host hand the role on when another one is there', () => {
    expect(labels(ownHost, true, [ownHost, coHost])).toContain('Remove as host');
  });

  test('pins and looks at connections for who is no host, and changes the own name', () => {
    for (const other of [speaker, listener, coHost]) {
      expect(labels(other, false)).toEqual(['Pin for me', '-', 'Connection']);
    }
    expect(labels(writer, false)).toEqual([]);
    expect(labels(own, false)).toEqual(['Change my name']);
  });

  test('unpins where it was pinned', () => {
    const conference = someConference();
    const context = { conference: conference.model, onDialog: () => undefined };
    const press = () => {
      const [item] = personItems(speaker, context);
      return item && 'onSelect' in item ? (item.onSelect?.(), item.label) : undefined;
    };
    expect(press()).toBe('Pin for me');
    expect(conference.model.stage.pinned.value).toBe('speaker');
    expect(press()).toBe('Unpin');
    expect(conference.model.stage.pinned.value).toBeUndefined();
  });
});

test('The own name cannot be changed where hosts do not allow it', () => {
  const conference = someConference();
  conference.permissions.value = { ...conference.permissions.value, rename: false };
  expect(personItems(own, { conference: conference.model, onDialog: () => undefined })).toEqual([]);
});

test('The spotlight is ended where it was begun', () => {
  const conference = someConference();
  conference.isHost.value = true;
  conference.spotlightId.value = 'speaker';
  const context = { conference: conference.model, onDialog: () => undefined };
  const item = personItems(speaker, context)[1];
  expect(item).toMatchObject({ label: 'End spotlight' });
  if (item && 'onSelect' in item) {
    item.onSelect?.();
  }
  expect(conference.hosting.spotlight).toHaveBeenCalledExactlyOnceWith(undefined);
});
