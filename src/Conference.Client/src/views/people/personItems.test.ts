import { describe, expect, test } from 'vitest';
import { someConference } from '../call/testing/someConference';
import { someParticipant } from '../call/testing/someParticipant';
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
      ['Spotlight for everyone', 'Mute', 'Stop video', '-', 'Make host', '-', 'Remove from room'],
    ],
    [
      'who is muted and raises a hand',
      listener,
      [
        'Spotlight for everyone',
        'Ask to unmute',
        '-',
        'Make host',
        'Lower hand',
        '-',
        'Remove from room',
      ],
    ],
    [
      'who shares a screen',
      sharer,
      ['Spotlight for everyone', 'Stop sharing', '-', 'Make host', '-', 'Remove from room'],
    ],
    [
      'who is a host too',
      coHost,
      [
        'Spotlight for everyone',
        'Mute',
        'Stop video',
        '-',
        'Remove as host',
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

  test('has nothing for who is no host but the own name', () => {
    expect([speaker, listener, coHost, writer].flatMap((one) => labels(one, false))).toEqual([]);
    expect(labels(own, false)).toEqual(['Change my name']);
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
  const [item] = personItems(speaker, context);
  expect(item).toMatchObject({ label: 'End spotlight' });
  if (item && 'onSelect' in item) {
    item.onSelect?.();
  }
  expect(conference.hosting.spotlight).toHaveBeenCalledExactlyOnceWith(undefined);
});
