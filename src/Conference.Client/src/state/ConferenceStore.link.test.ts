import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { code, FakePage, fakeTime, joining, realTime } from './FakePage';
import { openSettings, seat, snapshot } from './samples';

const newCode = 'new-link-abc';

describe('ConferenceStore, a new link for its room', () => {
  let page: FakePage;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  const changeLink = () =>
    page.push('RoomUpdated', {
      version: 2,
      code: newCode,
      title: 'Design',
      settings: openSettings,
    });

  it('moves along within the call, and comes back under it', async () => {
    await page.join();
    changeLink();
    expect(page.code).toBe(newCode);
    expect(page.store.link.value).toBe(`${location.origin}/r/${newCode}`);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
    page.hub.link.break();
    await page.settle(300);
    expect(page.joins().map((request) => request.code)).toEqual([code, newCode]);
  });

  it('keeps the seat, the draft and what waits to be sent for a reload', async () => {
    await page.join();
    page.hub.answers['SendMessage'] = () => new Promise(() => undefined);
    page.store.chat.setDraft('On its way');
    void page.store.chat.send();
    page.store.chat.setDraft('Half a thou');
    await page.settle();
    changeLink();
    await page.settle();
    expect(page.kept()).not.toContain(code);
    page.hidePage();
    const reloaded = page.open(true);
    page.answerJoin({
      status: 'joined',
      seat: seat({ room: snapshot({ code: newCode }) }),
    });
    await page.settle(100);
    expect(page.joins().at(-1)).toMatchObject({ code: newCode, resumeToken: seat().resumeToken });
    expect(reloaded.chat.draft.value).toBe('Half a thou');
    expect(reloaded.chat.messages.value.map(({ message }) => message.text)).toContain('On its way');
  });

  it('finds it out when it comes back, if it was away', async () => {
    await page.join();
    page.hub.link.break();
    page.answerJoin({ status: 'joined', seat: seat({ room: snapshot({ code: newCode }) }) });
    await page.settle(300);
    expect([page.code, page.store.code.value]).toEqual([newCode, newCode]);
  });

  it('has no way in for who waited under the old one', async () => {
    const lobby = {
      title: 'Design',
      message: '',
      hostPresent: true,
      since: '2026-03-02T09:00:00Z',
      serverTime: '2026-03-02T09:00:00Z',
    };
    page.answerJoin({ status: 'waiting', lobby });
    await page.settle();
    await page.store.join(joining);
    await page.settle();
    page.push('SeatEnded', { reason: 'linkChanged' });
    expect(page.store.phase.value).toEqual({ kind: 'deadEnd', end: { reason: 'notFound' } });
    expect(page.platform.machine.live('video')).toEqual([]);
  });

  it('knows the link that this page made, whoever tells it first', async () => {
    await page.join();
    page.roomAnswer = () => Response.json({ code: newCode });
    const settings = page.store.createSettings();
    expect(await settings.changeLink()).toBeUndefined();
    expect(settings.link.value).toBe(page.store.link.value);
    expect(page.code).toBe(newCode);
    changeLink();
    expect(page.code).toBe(newCode);
  });
});
