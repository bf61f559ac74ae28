import { signal, type Signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CodeState } from '../peers/code/codeState';
import type { ParticipantInfo } from '../signaling/protocol.generated';
import { CodeStore } from './CodeStore';
import type { ConferenceNotice } from './model';
import { participantInfo } from './samples';

const ready = (digits: string): CodeState => ({ kind: 'ready', code: { pictures: [], digits } });
const people = (...ids: string[]) =>
  ids.map((id) => participantInfo(id, { name: `Name of ${id}`, instanceId: `page of ${id}` }));

let exchange: Signal<CodeState>;
let participants: Signal<readonly ParticipantInfo[]>;
let notices: ConferenceNotice[];
let store: CodeStore;

beforeEach(() => {
  exchange = signal<CodeState>({ kind: 'none' });
  participants = signal<readonly ParticipantInfo[]>(people('me', 'ada'));
  notices = [];
  store = new CodeStore({ exchange, participants, onNotice: (notice) => notices.push(notice) });
});

afterEach(() => store.close());

it('There is nothing to compare alone, and nothing to see before all agree', () => {
  expect(store.state.value).toBe('none');
  exchange.value = { kind: 'waiting' };
  expect(store.state.value).toBe('notCompared');
  expect(store.code.value).toBeUndefined();
  store.answer(true);
  exchange.value = ready('1');
  expect(store.state.value).toBe('notCompared');
});

it('A code that matches is verified, for this code alone', () => {
  exchange.value = ready('1');
  store.answer(true);
  expect(store.state.value).toBe('verified');
  participants.value = people('me', 'ada', 'bob');
  exchange.value = ready('2');
  expect(store.state.value).toBe('notCompared');
  expect(notices).toEqual([{ kind: 'codeChanged', came: ['Name of bob'], went: [] }]);
});

it('Who left and who came by another page is named, once', () => {
  exchange.value = ready('1');
  store.answer(true);
  participants.value = people('me');
  exchange.value = ready('2');
  exchange.value = ready('3');
  expect(notices).toEqual([{ kind: 'codeChanged', came: [], went: ['Name of ada'] }]);
  expect(store.state.value).toBe('notCompared');
});

it('A change of a code that nobody compared is not worth a word', () => {
  exchange.value = ready('1');
  exchange.value = ready('2');
  expect(notices).toEqual([]);
});

it('What differs stays so until it matches, or the call is over', () => {
  exchange.value = ready('1');
  store.answer(false);
  expect(store.state.value).toBe('differ');
  exchange.value = ready('2');
  expect(store.state.value).toBe('differ');
  store.answer(true);
  expect(store.state.value).toBe('verified');
  store.answer(false);
  store.reset();
  expect(store.state.value).toBe('notCompared');
});

it('Who reveals something else than it was bound to makes it differ for everybody', () => {
  exchange.value = { kind: 'broken' };
  expect(store.state.value).toBe('differ');
});
