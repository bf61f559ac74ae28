import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { participantInfo } from './samples';
import { screenKey, StageStore } from './StageStore';

const room = (...ids: readonly string[]) => ids.map((id) => participantInfo(id));

let participants = signal(room('a', 'b', 'c'));
let speaking = signal<ReadonlySet<string>>(new Set());
let stage: StageStore;

beforeEach(() => {
  vi.useFakeTimers();
  participants = signal(room('a', 'b', 'c'));
  speaking = signal<ReadonlySet<string>>(new Set());
  stage = new StageStore({ participants, speaking });
});
afterEach(() => {
  stage.close();
  vi.useRealTimers();
});

const speak = (ids: string) => (speaking.value = new Set(ids));

describe('the pin', () => {
  it('is on one tile at a time', () => {
    stage.pin('a');
    stage.pin('b');
    expect(stage.pinned.value).toBe('b');
    stage.pin(undefined);
    expect(stage.pinned.value).toBeUndefined();
  });

  it.each(['a', screenKey('a')])('goes with who is pinned: %s', (tile) => {
    stage.pin(tile);
    participants.value = room('a', 'b');
    expect(stage.pinned.value).toBe(tile);
    participants.value = room('b');
    expect(stage.pinned.value).toBeUndefined();
  });
});

describe('the active speaker', () => {
  it('changes by itself when another one has spoken long enough', () => {
    speak('a');
    speak('b');
    vi.advanceTimersByTime(1_999);
    expect(stage.activeSpeakerId.value).toBe('a');
    vi.advanceTimersByTime(1);
    expect(stage.activeSpeakerId.value).toBe('b');
  });

  it('stays when the other one was not long enough', () => {
    speak('a');
    speak('b');
    vi.advanceTimersByTime(1_000);
    speak('');
    vi.advanceTimersByTime(60_000);
    expect(stage.activeSpeakerId.value).toBe('a');
  });

  it('is nobody when gone', () => {
    speak('a');
    participants.value = room('b', 'c');
    expect(stage.activeSpeakerId.value).toBeUndefined();
  });
});

it('Nothing is due after the end', () => {
  speak('a');
  speak('b');
  stage.close();
  expect(vi.getTimerCount()).toBe(0);
});
