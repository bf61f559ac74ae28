import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import type {
  ParticipantInfo,
  RoomSettings,
  SetMediaRequest,
} from '../signaling/protocol.generated';
import { FakePage, fakeTime, joining, realTime } from './FakePage';
import { openSettings, participantInfo, seat, snapshot } from './samples';

describe('ConferenceStore under hosts', () => {
  let page: FakePage;
  let version: number;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
    version = 1;
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  const seatOf = (
    me: Partial<ParticipantInfo> = {},
    settings: Partial<RoomSettings> = {},
    others: readonly ParticipantInfo[] = [participantInfo('bert')],
  ) =>
    seat({
      isHost: me.isHost === true,
      room: snapshot({
        version,
        participants: [participantInfo('me', me), ...others],
        settings: { ...openSettings, ...settings },
      }),
    });
  const sit = async (...room: Parameters<typeof seatOf>) => {
    page.answerJoin({ status: 'joined', seat: seatOf(...room) });
    await page.settle();
    await page.store.join(joining);
    await page.settle(100);
  };
  const update = (change: Partial<ParticipantInfo>, id = 'me') =>
    page.push('ParticipantUpdated', {
      version: ++version,
      participant: participantInfo(id, change),
    });
  const decide = (settings: Partial<RoomSettings>, spotlightId?: string) =>
    page.push('RoomUpdated', {
      version: ++version,
      title: 'Design',
      settings: { ...openSettings, ...settings },
      ...(spotlightId !== undefined && { spotlightId }),
    });
  const told = () => page.hub.callsOf('SetMedia') as readonly SetMediaRequest[];
  const ownMicrophone = () => page.platform.machine.live('audio')[0];
  const hears = () => page.platform.players.some(({ srcObject }) => srcObject !== null);

  /** Somebody sends a track, whatever the roster says of them. */
  const send = async () => {
    const connection = page.connections[0];
    for (const transceiver of connection?.getTransceivers() ?? []) {
      const { track } = transceiver.receiver;
      connection?.dispatchEvent(Object.assign(new Event('track'), { track }));
      transceiver.level = 0.5;
    }
    connection?.connect('connected');
    await page.settle(250);
  };

  describe('in a room of sound only', () => {
    const notices: string[] = [];
    const watch = () => {
      notices.length = 0;
      page.store.notice.subscribe((notice) => notice && notices.push(notice.kind));
    };
    const silent = { microphone: 'on', camera: 'off', screen: 'off' } as const;

    it('turns the camera off in the moment a host decides so, says why, and leaves it off', async () => {
      await sit({ isHost: true });
      watch();
      decide({ audioOnly: true });
      await page.settle();
      expect(page.store.media.camera.value).toBe('off');
      expect(page.platform.machine.live('video')).toHaveLength(0);
      expect(notices).toEqual(['audioOnly']);
      await page.store.toggleCamera();
      expect(page.store.media.camera.value).toBe('off');
      expect(notices).toEqual(['audioOnly', 'audioOnly']);
      expect(told()).toEqual([]);
    });

    it('says nothing to who shows nothing', async () => {
      await sit();
      await page.store.toggleCamera();
      watch();
      decide({ audioOnly: true });
      await page.settle();
      expect(notices).toEqual([]);
    });

    it('lets the camera be turned on again when cameras may be seen', async () => {
      await sit({ media: silent }, { audioOnly: true });
      decide({});
      await page.store.toggleCamera();
      expect(page.store.media.camera.value).toBe('on');
      expect(told().at(-1)).toMatchObject({ media: { camera: 'on' }, startVideo: true });
    });
  });

  describe('about others', () => {
    it('hears and sees who is on by the roster', async () => {
      await sit();
      await send();
      expect(hears()).toBe(true);
      expect(page.store.participants.value[1]?.stream).toBeDefined();
      expect(page.store.participants.value[1]?.speaking).toBe(true);
    });

    it.each(['muted', 'none'] as const)(
      'is silent for one who sends although %s',
      async (microphone) => {
        await sit({}, {}, [
          participantInfo('bert', { media: { microphone, camera: 'on', screen: 'off' } }),
        ]);
        await send();
        expect(hears()).toBe(false);
        expect(page.store.participants.value[1]?.speaking).toBe(false);
        expect(page.store.participants.value[1]?.stream).toBeDefined();
      },
    );

    it.each(['off', 'none'] as const)(
      'shows nothing of one who sends although %s',
      async (camera) => {
        await sit({}, {}, [
          participantInfo('bert', { media: { microphone: 'on', camera, screen: 'off' } }),
        ]);
        await send();
        expect(page.store.participants.value[1]?.stream).toBeUndefined();
        expect(hears()).toBe(true);
      },
    );

    it('falls silent in the moment a host mutes somebody, and hears them again', async () => {
      await sit();
      await send();
      const media = { microphone: 'muted', camera: 'off', screen: 'off' } as const;
      update({ media, mutedByHost: true, videoStoppedByHost: true }, 'bert');
      expect(hears()).toBe(false);
      expect(page.store.participants.value[1]).toMatchObject({
        speaking: false,
        stream: undefined,
      });
      await page.settle(250);
      expect(page.store.participants.value[1]?.speaking).toBe(false);
      update({}, 'bert');
      expect(hears()).toBe(true);
    });

    it('does not take for speech what came while somebody was muted', async () => {
      const media = { microphone: 'muted', camera: 'on', screen: 'off' } as const;
      await sit({}, {}, [participantInfo('bert', { media })]);
      await send();
      update({}, 'bert');
      expect(page.store.participants.value[1]?.speaking).toBe(false);
      await page.settle(250);
      expect(page.store.participants.value[1]?.speaking).toBe(true);
    });

    it('closes the connection of one who was removed, and tells', async () => {
      await sit();
      await send();
      page.push('ParticipantLeft', { version: 2, participantId: 'bert', reason: 'removed' });
      expect(page.connections[0]?.closed).toBe(true);
      expect(hears()).toBe(false);
      expect(page.store.notice.value).toMatchObject({ kind: 'left', reason: 'removed' });
    });

    it('makes no connection for signals of one who is not in the room', async () => {
      await sit();
      page.push('SignalReceived', {
        from: 'eve',
        fromInstance: 'page of eve',
        signal: { description: '{"type":"offer","sdp":"{}"}' },
      });
      await page.settle(100);
      expect(page.connections).toHaveLength(1);
      expect(page.hub.callsOf('SendSignal')).toHaveLength(1);
    });
  });

  describe('about oneself', () => {
    it('is muted by a host, and tells nobody that it unmutes', async () => {
      await sit();
      update({ media: { microphone: 'muted', camera: 'on', screen: 'off' }, mutedByHost: true });
      page.push('HostActed', { by: 'Bert', act: 'muted' });
      await page.settle();
      expect(ownMicrophone()?.enabled).toBe(false);
      expect(page.store.local.value?.info.media.microphone).toBe('muted');
      expect(page.store.notice.value).toEqual({ kind: 'hostActed', by: 'Bert', act: 'muted' });
      expect(told()).toEqual([]);
    });

    it('unmutes by its own hand, and stays so through old news', async () => {
      await sit();
      const muted = {
        media: { microphone: 'muted', camera: 'on', screen: 'off' },
        mutedByHost: true,
      } as const;
      update(muted);
      await page.store.toggleMicrophone();
      expect(told()).toEqual([
        { media: { microphone: 'on', camera: 'on', screen: 'off' }, unmute: true },
      ]);
      update({ ...muted, handRaisedAt: '2026-01-01T00:00:00Z' });
      expect(ownMicrophone()?.enabled).toBe(true);
      update({});
      update(muted);
      expect(ownMicrophone()?.enabled).toBe(false);
    });

    it('stays muted when the server refuses', async () => {
      vi.spyOn(console, 'warn').mockReturnValue();
      await sit();
      update({ media: { microphone: 'muted', camera: 'on', screen: 'off' }, mutedByHost: true });
      page.hub.answers['SetMedia'] = () => {
        throw refusal('SetMedia', 'not_allowed');
      };
      await page.store.toggleMicrophone();
      await page.settle();
      expect(ownMicrophone()?.enabled).toBe(false);
      expect(page.store.local.value?.info.media.microphone).toBe('muted');
      expect(page.store.notice.value).toEqual({ kind: 'mutedWhileSpeaking' });
    });

    it('only hears why when the room does not let it unmute', async () => {
      await sit(
        { media: { microphone: 'muted', camera: 'on', screen: 'off' }, mutedByHost: true },
        { mayUnmute: false },
      );
      expect(ownMicrophone()?.enabled).toBe(false);
      expect(page.store.permissions.value.unmute).toBe(false);
      await page.store.toggleMicrophone();
      expect(page.store.notice.value).toEqual({ kind: 'mutedWhileSpeaking' });
      expect(told()).toEqual([]);
      update({
        media: { microphone: 'muted', camera: 'on', screen: 'off' },
        mutedByHost: true,
        unmuteAllowed: true,
      });
      await page.store.toggleMicrophone();
      expect(ownMicrophone()?.enabled).toBe(true);
      expect(told()).toMatchObject([{ unmute: true }]);
    });

    it('does not come on by itself when a microphone is plugged in', async () => {
      page.platform.machine.refusals.audio = 'NotFoundError';
      await sit(
        { media: { microphone: 'none', camera: 'on', screen: 'off' } },
        { mayUnmute: false },
      );
      delete page.platform.machine.refusals.audio;
      page.platform.machine.plugIn({ deviceId: 'mic 2', kind: 'audioinput', label: 'Headset' });
      await page.settle(100);
      expect(ownMicrophone()?.enabled).toBe(false);
      expect(told().at(-1)).toEqual({
        media: { microphone: 'muted', camera: 'on', screen: 'off' },
      });
      expect(told().some(({ media }) => media.microphone === 'on')).toBe(false);
    });

    it('stops its video for a host, and starts it by its own hand', async () => {
      await sit();
      update({
        media: { microphone: 'on', camera: 'off', screen: 'off' },
        videoStoppedByHost: true,
      });
      await page.settle();
      expect(page.platform.machine.live('video')).toEqual([]);
      expect(told()).toEqual([]);
      await page.store.toggleCamera();
      await page.settle();
      expect(page.platform.machine.live('video')).toHaveLength(1);
      expect(told()).toEqual([
        { media: { microphone: 'on', camera: 'on', screen: 'off' }, startVideo: true },
      ]);
    });

    it('lets the camera go again when the server refuses', async () => {
      await sit();
      await page.store.toggleCamera();
      page.hub.answers['SetMedia'] = () => {
        throw refusal('SetMedia', 'too_fast');
      };
      await page.store.toggleCamera();
      await page.settle();
      expect(page.platform.machine.live('video')).toEqual([]);
      expect(page.store.notice.value).toEqual({ kind: 'tooFast' });
    });

    it('comes back muted, over a break and a reload', async () => {
      const muted = {
        media: { microphone: 'muted', camera: 'on', screen: 'off' },
        mutedByHost: true,
      } as const;
      await sit();
      update(muted);
      page.answerJoin({ status: 'joined', seat: { ...seatOf(muted), resumed: true } });
      page.hub.link.break();
      await page.settle(300);
      page.hidePage();
      page.open(true);
      await page.settle(100);
      expect(page.joins().map(({ media }) => media.microphone)).toEqual(['on', 'muted', 'muted']);
      expect(ownMicrophone()?.enabled).toBe(false);
      expect(told()).toEqual([]);
    });

    it('is muted by the seat it comes back to, whatever it said', async () => {
      const muted = {
        media: { microphone: 'muted', camera: 'on', screen: 'off' },
        mutedByHost: true,
      } as const;
      await sit();
      page.hub.up = false;
      page.hub.link.break();
      page.answerJoin({ status: 'joined', seat: { ...seatOf(muted), resumed: true } });
      page.hub.up = true;
      await page.settle(2_000);
      expect(ownMicrophone()?.enabled).toBe(false);
    });

    it('is muted again by the seat when it unmuted without the server', async () => {
      const muted = {
        media: { microphone: 'muted', camera: 'on', screen: 'off' },
        mutedByHost: true,
      } as const;
      await sit(muted);
      page.hub.up = false;
      page.hub.link.break();
      await page.settle();
      await page.store.toggleMicrophone();
      expect(ownMicrophone()?.enabled).toBe(true);
      page.hub.up = true;
      page.answerJoin({ status: 'joined', seat: { ...seatOf(muted), resumed: true } });
      await page.settle(5_000);
      expect(page.joins()).toHaveLength(2);
      expect(ownMicrophone()?.enabled).toBe(false);
    });

    it('shows no reaction that the room does not let it send', async () => {
      await sit({}, { mayReact: false });
      await page.store.react('heart');
      expect(page.hub.callsOf('SendReaction')).toEqual([]);
      expect(page.store.participants.value[0]?.reaction).toBeUndefined();
    });
  });

  describe('about the room', () => {
    it('knows what hosts decided', async () => {
      expect(page.store.roomSettings.value).toEqual(openSettings);
      await sit();
      decide({ locked: true, mayChat: false, mayShareScreens: false }, 'bert');
      expect(page.store.roomSettings.value.locked).toBe(true);
      expect(page.store.spotlightId.value).toBe('bert');
      expect(page.store.permissions.value).toEqual({
        chat: false,
        unmute: true,
        react: true,
        rename: true,
        shareScreen: false,
        record: true,
        showVideo: true,
      });
      update({ isHost: true });
      expect(page.store.permissions.value.chat).toBe(true);
      decide({});
      expect(page.store.spotlightId.value).toBeUndefined();
    });

    it('takes deleted texts out of the chat', async () => {
      await sit();
      const message = { kind: 'text', sentAt: '2026-03-02T09:00:00Z', personId: 'p', name: 'P' };
      page.push('MessagesAdded', {
        messages: [{ ...message, sequence: 1, id: 'a', text: 'Rude' }],
      });
      page.push('MessagesDeleted', { sequences: [1] });
      expect(page.store.chat.messages.value[0]?.message).toMatchObject({ deleted: true });
      expect(JSON.stringify(page.store.chat.messages.value)).not.toContain('Rude');
    });
  });
});
