import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakePage, fakeTime, joining, realTime } from './FakePage';
import { openSettings, participantInfo, seat, snapshot } from './samples';

describe('push to talk', () => {
  let page: FakePage;
  const told = () =>
    page.hub
      .callsOf('SetMedia')
      .map((request) => (request as { media: { microphone: string } }).media.microphone);
  const microphone = () => page.store.media.microphone.value;

  beforeEach(async () => {
    fakeTime();
    page = new FakePage();
    await page.join('other');
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  it('unmutes while it is held, and tells the room', async () => {
    await page.store.toggleMicrophone();
    await page.settle();
    page.store.holdToTalk(true);
    await page.settle();
    expect(microphone()).toBe('on');
    page.store.holdToTalk(false);
    await page.settle();
    expect(microphone()).toBe('muted');
    expect(told()).toEqual(['muted', 'on', 'muted']);
  });

  it('is let go before the server has answered', async () => {
    await page.store.toggleMicrophone();
    page.store.holdToTalk(true);
    page.store.holdToTalk(false);
    await page.settle();
    expect(microphone()).toBe('muted');
    expect(told().at(-1)).toBe('muted');
    expect(page.store.media.tracks.value.audio?.enabled).toBe(false);
  });

  it('leaves unmuted who was unmuted', async () => {
    page.store.holdToTalk(true);
    page.store.holdToTalk(false);
    await page.settle();
    expect(microphone()).toBe('on');
    expect(told()).toEqual([]);
  });

  it('does nothing for who may not unmute', async () => {
    page.store.close();
    page = new FakePage();
    const settings = { ...openSettings, mayUnmute: false };
    const participants = [participantInfo('me')];
    page.answerJoin({
      status: 'joined',
      seat: seat({ room: snapshot({ settings, participants }), isHost: false }),
    });
    await page.settle();
    await page.store.join(joining);
    await page.settle(100);
    await page.store.media.setMicrophone(false);
    page.store.holdToTalk(true);
    await page.settle();
    expect(microphone()).toBe('muted');
  });
});
