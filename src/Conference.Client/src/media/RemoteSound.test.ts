import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePlatform } from './FakeMedia';
import { RemoteSound } from './RemoteSound';

const stream = () => ({}) as MediaStream;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('RemoteSound', () => {
  let platform: FakePlatform;
  let sound: RemoteSound;

  beforeEach(() => {
    platform = new FakePlatform();
    sound = new RemoteSound(platform.asPlatform());
  });

  it('plays everybody in a player of their own', () => {
    const streams = new Map([
      ['a', stream()],
      ['b', stream()],
    ]);
    sound.follow(streams);
    sound.follow(new Map(streams));
    expect(platform.players.map(({ plays }) => plays)).toEqual([1, 1]);
  });

  it('stops playing those who left', () => {
    sound.follow(new Map([['a', stream()]]));
    sound.follow(new Map());
    expect(platform.players.map(({ srcObject }) => srcObject)).toEqual([null]);
  });

  it('goes on with the new stream of one who came back', () => {
    const next = stream();
    sound.follow(new Map([['a', stream()]]));
    sound.follow(new Map([['a', next]]));
    expect(platform.players).toHaveLength(1);
    expect(platform.players[0]?.srcObject).toBe(next);
  });

  it('uses the chosen speaker for those there and those to come', () => {
    sound.follow(new Map([['a', stream()]]));
    sound.setSpeaker('headset');
    sound.follow(new Map([['b', stream()]]));
    sound.follow(new Map([['c', stream()]]));
    expect(platform.players.map(({ sinkId }) => sinkId)).toEqual(['headset', 'headset', 'headset']);
  });

  it('goes on through the old speaker when the new one is gone', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    platform.missingSpeakers.push('sold');
    sound.setSpeaker('headset');
    sound.follow(new Map([['a', stream()]]));
    sound.setSpeaker('sold');
    await settle();
    expect(platform.players[0]?.sinkId).toBe('headset');
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('tries again when somebody touches the page', async () => {
    platform.silenced = true;
    sound.follow(new Map([['a', stream()]]));
    await settle();
    platform.silenced = false;
    platform.touch();
    expect(platform.players[0]?.plays).toBe(2);
  });

  it('falls silent when it is closed', () => {
    sound.follow(new Map([['a', stream()]]));
    sound.close();
    expect(platform.players[0]?.srcObject).toBeNull();
  });
});
