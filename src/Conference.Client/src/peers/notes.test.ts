import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asReal, FakePeerConnection } from './FakePeerConnection';
import { HeardWish } from './HeardWish';
import { readNote } from './note';
import { NoteSender } from './NoteSender';
import { PeerChannel } from './PeerChannel';
import { readWish } from './wish';

const picture = { width: 320, height: 180, frameRate: 20, pinned: false, speaking: true };

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('A wish', () => {
  it.each([
    ['is taken', picture, picture],
    [
      'of 8K at 1000 frames is brought within bounds',
      { ...picture, width: 7680, height: 4320, frameRate: 1000 },
      { ...picture, width: 4096, height: 4096, frameRate: 30 },
    ],
    [
      'of less than nothing too',
      { ...picture, width: -1, height: 0, frameRate: -5 },
      { ...picture, width: 16, height: 16, frameRate: 1 },
    ],
    ['without a number hides the picture', { ...picture, width: '320' }, undefined],
    ['of no end too', { ...picture, height: Infinity }, undefined],
    ['of another shape too', [], undefined],
  ])('%s', (_, camera, read) => {
    expect(readWish({ camera })).toEqual({ camera: read, screen: undefined });
  });

  it.each([undefined, null, 1, 'wish', true])('is no %s', (value) => {
    expect(readWish(value)).toBeUndefined();
  });

  it('counts at once, and then once a second however often it changes', () => {
    const change = vi.fn();
    const heard = new HeardWish(change);
    for (let times = 0; times < 300; times++) {
      heard.hear(times % 2 === 0 ? { camera: picture } : {});
      vi.advanceTimersByTime(10);
    }
    expect(change.mock.calls.length).toBeLessThanOrEqual(4);
    heard.hear({});
    vi.advanceTimersByTime(1_000);
    expect(heard.value).toEqual({ camera: undefined, screen: undefined });
  });

  it('that cannot be read changes nothing, and is logged once', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const change = vi.fn();
    const heard = new HeardWish(change);
    heard.hear('8K');
    heard.hear(null);
    expect(change).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledOnce();
  });
});

it.each(['', '{', 'null', '7', `{"wish":"${'a'.repeat(512)}"}`])('%s is no note', (text) => {
  expect(readNote(text)).toBeUndefined();
});

describe('PeerChannel', () => {
  function create() {
    const connection = new FakePeerConnection();
    const heard: string[] = [];
    const channel = new PeerChannel(asReal(connection), (note) => heard.push(note), vi.fn());
    channel.create();
    channel.create();
    const [other = expect.fail('There is no channel.')] = connection.channels;
    return { connection, channel, heard, other };
  }

  it('is opened once', () => {
    expect(create().connection.channels).toHaveLength(1);
  });

  it('says when something could not be sent', () => {
    const { channel, other } = create();
    expect(channel.send('too early')).toBe(false);
    other.open();
    expect(channel.send('in time')).toBe(true);
    expect(other.sent).toEqual(['in time']);
  });

  it('reads no bytes and nothing long, and stops listening to who sends nothing else', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { heard, other } = create();
    other.receive('first');
    other.receive(new ArrayBuffer(8));
    other.receive('a'.repeat(1 << 20));
    other.receive('second');
    expect(heard).toEqual(['first', 'second']);
    for (let times = 0; times < 20; times++) {
      other.receive(new ArrayBuffer(8));
    }
    other.receive('third');
    expect(heard).toEqual(['first', 'second']);
    expect(warn).toHaveBeenCalledOnce();
  });
});

describe('NoteSender', () => {
  function create() {
    const sent: string[] = [];
    const overHub: string[] = [];
    let isOpen = false;
    const channel = { send: (note: string) => isOpen && sent.push(note) > 0 };
    const notes = new NoteSender(asReal(channel), (note) => overHub.push(note));
    const open = () => {
      isOpen = true;
      notes.opened();
    };
    return { notes, sent, overHub, open };
  }

  it('waits for the channel, and sends the last of a kind only', () => {
    const { notes, sent, overHub, open } = create();
    notes.tell('wish', { camera: picture });
    notes.tell('code', 1);
    notes.tell('wish', {});
    open();
    vi.advanceTimersByTime(10_000);
    expect(sent).toEqual(['{"wish":{}}', '{"code":1}']);
    expect(overHub).toEqual([]);
  });

  it('takes the way over the hub when the channel does not open', () => {
    const { notes, overHub } = create();
    notes.tell('wish', { camera: picture });
    vi.advanceTimersByTime(3_000);
    notes.tell('wish', {});
    vi.advanceTimersByTime(3_000);
    expect(overHub).toEqual([JSON.stringify({ wish: { camera: picture } }), '{"wish":{}}']);
  });

  it('sends nothing any more once it is closed', () => {
    const { notes, overHub } = create();
    notes.tell('wish', {});
    notes.close();
    vi.advanceTimersByTime(10_000);
    expect(overHub).toEqual([]);
  });
});
