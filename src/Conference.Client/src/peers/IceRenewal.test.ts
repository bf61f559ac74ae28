import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IceServer, RenewIceServersResult } from '../signaling/protocol.generated';
import { IceRenewal } from './IceRenewal';

const granted = (name: string, iceLifetime?: number): RenewIceServersResult => ({
  iceServers: [{ urls: [name] }],
  ...(iceLifetime !== undefined && { iceLifetime }),
});

describe('IceRenewal', () => {
  let answers: (() => Promise<RenewIceServersResult>)[];
  let asked: number;
  let applied: string[];
  let renewal: IceRenewal;
  const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
  const nameOf = ([server]: readonly IceServer[]) => server?.urls[0] ?? '';

  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    asked = 0;
    applied = [];
    renewal = new IceRenewal({
      renew: () => answers[asked++]?.() ?? Promise.reject(new Error('Unreachable')),
      apply: (iceServers) => applied.push(nameOf(iceServers)),
    });
  });

  afterEach(() => {
    renewal.stop();
    vi.useRealTimers();
  });

  it('applies what came with the seat and leaves alone what does not end', async () => {
    renewal.begin(granted('stun'));
    await settle(86_400_000);
    await renewal.freshen();
    expect(applied).toEqual(['stun']);
    expect(asked).toBe(0);
  });

  it('renews at four fifths of each life', async () => {
    answers = [
      () => Promise.resolve(granted('second', 10)),
      () => Promise.resolve(granted('third')),
    ];
    renewal.begin(granted('first', 100));
    await settle(79_999);
    expect(applied).toEqual(['first']);
    await settle(1);
    expect(applied).toEqual(['first', 'second']);
    await settle(8_000);
    expect(applied).toEqual(['first', 'second', 'third']);
  });

  it('tries again when the server cannot be reached', async () => {
    answers = [
      () => Promise.reject(new Error('Unreachable')),
      () => Promise.resolve(granted('second')),
    ];
    renewal.begin(granted('first', 100));
    await settle(80_000);
    expect(applied).toEqual(['first']);
    await settle(10_000);
    expect(applied).toEqual(['first', 'second']);
  });

  it('asks once however many connections wait, and no longer than a moment', async () => {
    answers = [() => new Promise(() => undefined)];
    renewal.begin(granted('first', 100));
    await settle(80_000);
    const waits = Promise.all([renewal.freshen(), renewal.freshen()]);
    await settle(2_000);
    await waits;
    expect(asked).toBe(1);
  });

  it('keeps the servers of a new seat when an answer for the old one is late', async () => {
    let answer: (result: RenewIceServersResult) => void = () => undefined;
    answers = [() => new Promise((resolve) => (answer = resolve))];
    renewal.begin(granted('first', 100));
    await settle(80_000);
    renewal.begin(granted('other seat', 100));
    answer(granted('late', 100));
    await settle();
    expect(applied).toEqual(['first', 'other seat']);
  });
});
