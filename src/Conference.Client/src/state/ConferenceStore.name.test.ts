import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import { FakePage, fakeTime, realTime } from './FakePage';
import { participantInfo } from './samples';

describe('ConferenceStore, the own name', () => {
  let page: FakePage;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  it('changes its name, and comes back under it', async () => {
    await page.join();
    expect(await page.store.setName('  Ada   Lovelace ')).toBeUndefined();
    expect(page.hub.callsOf('SetName')).toEqual([{ name: 'Ada Lovelace' }]);
    page.hub.link.break();
    await page.settle(300);
    expect(page.joins()[1]?.name).toBe('Ada Lovelace');
    page.hidePage();
    expect(page.open(true).rememberedName).toBe('Ada Lovelace');
  });

  it.each([
    [' ', 'name_required'],
    ['x'.repeat(65), 'name_too_long'],
  ])('does not ask the server about the name %j', async (name, code) => {
    await page.join();
    expect(await page.store.setName(name)).toBe(code);
    expect(page.hub.callsOf('SetName')).toEqual([]);
  });

  it('keeps its name when hosts do not let it have another', async () => {
    await page.join();
    page.hub.answers['SetName'] = () => {
      throw refusal('SetName', 'not_allowed');
    };
    expect(await page.store.setName('Eve')).toBe('not_allowed');
    page.hub.link.break();
    await page.settle(300);
    expect(page.joins()[1]?.name).toBe('Ada');
    expect(page.store.participants.value[0]?.info).toMatchObject(
      participantInfo('me', { isHost: true }),
    );
  });
});
