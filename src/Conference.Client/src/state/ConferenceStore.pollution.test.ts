import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakePage, fakeTime, realTime } from './FakePage';
import { openSettings, participantInfo } from './samples';

const poison =
  '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true}';

/** As the wire has it: the keys are the value's own ones, which no literal could have. */
const poisoned = (value: object): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/\{(?!\})/g, `{${poison},`));

const participant = participantInfo('bert');
const message = {
  sequence: 1,
  kind: 'text',
  sentAt: '2026-03-02T09:00:00Z',
  personId: '__proto__',
  name: 'constructor',
  id: '__proto__',
  text: '__proto__',
};
const guest = { id: '__proto__', personId: 'p', name: 'prototype', since: '2026-03-02T09:00:00Z' };

describe('ConferenceStore with keys that objects inherit', () => {
  let page: FakePage;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  it.each<[string, object]>([
    ['ParticipantJoined', { version: 2, participant: { ...participant, id: '__proto__' } }],
    ['ParticipantUpdated', { version: 2, participant }],
    ['ParticipantLeft', { version: 2, participantId: '__proto__', reason: 'left' }],
    ['RoomUpdated', { version: 2, code: 'abc-defg-hij', title: '', settings: openSettings }],
    ['MessagesAdded', { messages: [message] }],
    ['SignalReceived', { from: '__proto__', fromInstance: 'x', signal: { candidates: ['{}'] } }],
    ['ReactionReceived', { participantId: '__proto__', reaction: 'heart' }],
    ['TypingReceived', { participantId: '__proto__' }],
    ['GuestWaiting', { guest }],
    ['LobbyShown', { guests: [guest] }],
    ['HostActed', { by: '__proto__', act: 'muted' }],
  ])('changes nothing that objects inherit by %s', async (method, event) => {
    await page.join('bert');
    page.push(method, poisoned(event));
    await page.settle(200);
    expect(page.store.participants.value.length).toBeGreaterThan(0);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });
});
