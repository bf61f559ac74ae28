import { Canaries, canaries } from '../support/canaries';
import { expect, test } from '../support/test';

// Every server's log is searched when the server ends: see ConferenceServer.dispose. Here is that the search finds something.

test('what is typed, and what opens doors, is what logs are searched for', async ({ person }) => {
  const mara = await person('Ottoline');
  const room = await mara.startRoom('Canary title');
  await mara.joinHere('Join with chat only');
  await mara.say('Canary text');
  await canaries.addCookies(mara.context);
  const [cookie] = await mara.context.cookies();
  const code = room.replace('/r/', '');

  const secrets = ['Ottoline', 'Canary title', 'Canary text', code, code.replaceAll('-', '')];
  for (const secret of [...secrets, cookie?.value ?? 'no cookie']) {
    expect(canaries.leaksIn(`12:00 INF Somebody said\n12:01 INF <${secret}>\n`)).toEqual([
      `${JSON.stringify(secret)} is in: 12:01 INF <${secret}>`,
    ]);
  }
});

test('a part of another word is no leak', () => {
  const known = new Canaries();
  known.add('Room');
  known.add('one');
  known.add('2026');
  expect(known.count).toBe(1);
  expect(known.leaksIn('JoinRoom failed at one in 2026: RoomService')).toEqual([]);
  expect(known.leaksIn('JoinRoom failed in Room')).toHaveLength(1);
});
