import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import type {
  ParticipantInfo,
  RoomSettings,
  SetMediaRequest,
} from '../signaling/protocol.generated';
import { FakePage, fakeTime, joining, realTime } from './FakePage';
import type { ConferenceNotice } from './model';
import { openSettings, participantInfo, seat, snapshot } from './samples';

const media = { microphone: 'on', camera: 'on', screen: 'off' } as const;
const sharing = { ...media, screen: 'on' } as const;
const paused = { ...media, screen: 'paused' } as const;

describe('ConferenceStore and shared screens', () => {
  let page: FakePage;
  let version: number;
  let notices: ConferenceNotice[];

  beforeEach(async () => {
    fakeTime();
    page = new FakePage();
    version = 1;
    notices = [];
    page.store.notice.subscribe((notice) => notices.push(...(notice ? [notice] : [])));
    page.answerJoin({ status: 'joined', seat: seatOf() });
    await page.settle();
    await page.store.join(joining);
    await page.settle(100);
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  const seatOf = (me: Partial<ParticipantInfo> = {}) =>
    seat({
      isHost: false,
      room: snapshot({
        version,
        participants: [participantInfo('me', me), participantInfo('bert')],
      }),
    });
  const update = (change: Partial<ParticipantInfo>, id = 'me') =>
    page.push('ParticipantUpdated', {
      version: ++version,
      participant: participantInfo(id, change),
    });
  const decide = (settings: Partial<RoomSettings>) =>
    page.push('RoomUpdated', {
      version: ++version,
      code: 'abc-defg-hij',
      title: 'Design',
      settings: { ...openSettings, ...settings },
    });
  const told = () => page.hub.callsOf('SetMedia') as readonly SetMediaRequest[];
  const state = () => page.store.media.screen.state.value;
  const share = async () => {
    await page.store.toggleScreen();
    await page.settle();
    update({ media: sharing });
  };
  const sent = () =>
    page.connections[0]?.getTransceivers().map(({ sender }) => sender.track?.deviceId);
  const kinds = () => notices.map(({ kind }) => kind);
  const bert = () => page.store.participants.value.find(({ info }) => info.id === 'bert');
  const heard = () => page.platform.players.filter(({ srcObject }) => srcObject !== null).length;

  /** Bert's page sends all it can, whatever the roster says. */
  const receive = async () => {
    const connection = page.connections[0];
    for (const { receiver } of connection?.getTransceivers() ?? []) {
      connection?.dispatchEvent(Object.assign(new Event('track'), { track: receiver.track }));
    }
    await page.settle(250);
  };

  const returnTo = async (me: Partial<ParticipantInfo>) => {
    page.answerJoin({ status: 'joined', seat: { ...seatOf(me), resumed: true } });
    page.hub.link.break();
    await page.settle(5_000);
  };

  it('tells the room on purpose, sends both tracks, and shows its owner a tile', async () => {
    await share();
    expect(told()).toEqual([{ media: sharing, startScreen: true }]);
    expect(sent()).toEqual(['mic 1', 'cam 1', 'screen', 'screen']);
    expect(page.store.local.value?.screen).toMatchObject({ paused: false });
    expect(page.store.local.value?.screen?.stream).toBeDefined();
    expect(heard()).toBe(0);
  });

  it('tells the room when its person, or the browser’s own bar, stops it', async () => {
    await share();
    await page.store.toggleScreen();
    expect(told().at(-1)).toEqual({ media });
    expect(sent()).toEqual(['mic 1', 'cam 1', undefined, undefined]);
    update({ media });
    await share();
    page.platform.machine.screens.at(-2)?.unplug();
    await page.settle();
    expect(told().at(-1)).toEqual({ media });
    expect(page.store.local.value).not.toHaveProperty('screen');
  });

  it('tells of a pause, and that it goes on, without asking for anything', async () => {
    await share();
    page.platform.machine.screens[0]?.setMuted(true);
    page.platform.machine.screens[0]?.setMuted(false);
    await page.settle();
    expect(told().slice(1)).toEqual([{ media: paused }, { media: sharing }]);
  });

  it('stops when a host stops it, and shares again by its person’s hand alone', async () => {
    await share();
    update({ media, screenStoppedByHost: true });
    await page.settle();
    expect(state()).toBe('off');
    expect(told()).toHaveLength(1);
    await share();
    expect(told().at(-1)).toEqual({ media: sharing, startScreen: true });
    expect(state()).toBe('on');
  });

  it('stops in the moment sharing is kept to hosts, and says why', async () => {
    await share();
    decide({ mayShareScreens: false });
    expect(state()).toBe('off');
    expect(kinds()).toContain('sharingKept');
    notices.length = 0;
    await page.store.toggleScreen();
    expect(kinds()).toEqual(['sharingKept']);
    expect(page.platform.machine.screens).toHaveLength(2);
  });

  it('says nothing to who does not share when sharing is kept to hosts', () => {
    decide({ mayShareScreens: false });
    expect(kinds()).not.toContain('sharingKept');
  });

  it('stops when the server refuses', async () => {
    page.hub.answers['SetMedia'] = () => {
      throw refusal('SetMedia', 'not_allowed');
    };
    await page.store.toggleScreen();
    await page.settle();
    expect(state()).toBe('off');
    expect(kinds()).toContain('sharingKept');
  });

  it('comes along after a lost connection, and stops where it was stopped meanwhile', async () => {
    await share();
    await returnTo({ media: sharing });
    expect(page.joins().at(-1)?.media).toEqual(sharing);
    expect(state()).toBe('on');
    await returnTo({ media, screenStoppedByHost: true });
    expect(state()).toBe('off');
  });

  it('ends with the call', async () => {
    await share();
    await page.store.leave();
    expect(state()).toBe('off');
  });

  it('says who began to share, once', () => {
    update({ media: sharing }, 'bert');
    update({ media: paused }, 'bert');
    update({ media: sharing }, 'bert');
    const one = { kind: 'sharing', name: 'Name of bert' };
    expect(notices.filter(({ kind }) => kind === 'sharing')).toEqual([one]);
  });

  it('shows and plays a screen that is shared by the roster, its sound too', async () => {
    update({ media: sharing }, 'bert');
    expect(bert()?.screen).toEqual({ stream: undefined, paused: false });
    await receive();
    const stream = bert()?.screen?.stream;
    expect(stream?.getVideoTracks()).toHaveLength(1);
    expect(heard()).toBe(2);
    update({ media: paused }, 'bert');
    expect(bert()?.screen).toEqual({ stream, paused: true });
  });

  it('shows and plays nothing of a screen that is off by the roster, whatever is sent', async () => {
    await receive();
    expect(bert()).not.toHaveProperty('screen');
    expect(heard()).toBe(1);
    update({ media: sharing }, 'bert');
    expect(heard()).toBe(2);
    update({ media }, 'bert');
    expect(bert()).not.toHaveProperty('screen');
    expect(heard()).toBe(1);
  });

  it('gives views the same object as long as nothing changed', async () => {
    update({ media: sharing }, 'bert');
    await receive();
    const before = bert();
    update({}, 'me');
    expect(bert()).toBe(before);
  });
});
