import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Signal } from '../signaling/protocol.generated';
import { asReal, FakePeerConnection, FakeStream, FakeTrack } from './FakePeerConnection';
import { noTracks } from './LocalTracks';
import { PeerConnection } from './PeerConnection';

const track = (kind: 'audio' | 'video') => new FakeTrack(kind);

/** Two ends whose signals reach each other, unless the way is cut. */
class Pair {
  cut = false;
  readonly notes: string[] = [];
  readonly sent: { readonly by: string; readonly signal: Signal }[] = [];
  readonly politePc = new FakePeerConnection();
  readonly impolitePc = new FakePeerConnection();
  readonly tracks = { audio: track('audio'), video: track('video') };
  readonly polite: PeerConnection = this.create('polite', this.politePc, () => this.impolite);
  readonly impolite: PeerConnection = this.create('impolite', this.impolitePc, () => this.polite);

  close(): void {
    this.polite.close();
    this.impolite.close();
  }

  private create(by: string, pc: FakePeerConnection, other: () => PeerConnection): PeerConnection {
    return new PeerConnection({
      connection: asReal(pc),
      polite: by === 'polite',
      localStream: asReal(new FakeStream([])),
      localScreen: asReal(new FakeStream([])),
      tracks: asReal(this.tracks),
      createStream: (one) => asReal(new FakeStream([asReal<FakeTrack>(one)])),
      packetMilliseconds: () => 20,
      beforeRestart: () => Promise.resolve(),
      send: (signal) => {
        if (this.cut) {
          return Promise.reject(new Error('Unreachable'));
        }
        this.sent.push({ by, signal });
        void other().receive(signal);
        return Promise.resolve();
      },
      onNote: (note) => this.notes.push(`to ${by}: ${note}`),
    });
  }
}

function descriptionsBy(pair: Pair, by: string): readonly string[] {
  return pair.sent.flatMap(({ by: sender, signal }) => {
    const { type } = JSON.parse(signal.description ?? '{}') as { type?: string };
    return sender === by && type !== undefined ? [type] : [];
  });
}

function sending(pc: FakePeerConnection): readonly (FakeTrack | null)[] {
  return pc.getTransceivers().map(({ sender }) => sender.track);
}

const kindsOf = (pc: FakePeerConnection) =>
  pc.getTransceivers().map(({ receiver }) => receiver.track.kind);

describe('PeerConnection', () => {
  let pair: Pair;
  const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

  beforeEach(() => {
    vi.useFakeTimers();
    pair = new Pair();
  });

  afterEach(() => {
    pair.close();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('offers sound, camera, screen and its sound in this order, and the answer uses the same', async () => {
    void pair.impolite.start();
    await settle();
    expect(descriptionsBy(pair, 'impolite')).toEqual(['offer']);
    expect(descriptionsBy(pair, 'polite')).toEqual(['answer']);
    expect(pair.politePc.signalingState).toBe('stable');
    for (const pc of [pair.politePc, pair.impolitePc]) {
      expect(kindsOf(pc)).toEqual(['audio', 'video', 'video', 'audio']);
      expect(sending(pc)).toEqual([pair.tracks.audio, pair.tracks.video, null, null]);
      expect(new Set(pc.getTransceivers().map(({ direction }) => direction))).toEqual(
        new Set(['sendrecv']),
      );
    }
  });

  it('shows picture and sound as soon as they are negotiated', async () => {
    void pair.impolite.start();
    await settle();
    expect(pair.polite.picture.value?.getVideoTracks()).toHaveLength(1);
    expect(pair.polite.sound.value?.getAudioTracks()).toHaveLength(1);
    expect(pair.polite.picture.value?.getAudioTracks()).toEqual([]);
  });

  it('tells the screen from the camera by its line alone', async () => {
    void pair.impolite.start();
    await settle();
    const { polite } = pair;
    const received = pair.politePc.getTransceivers().map(({ receiver }) => receiver.track);
    const shown = [polite.sound, polite.picture, polite.screenPicture, polite.screenSound];
    expect(shown.map(({ value }) => value?.getTracks()[0])).toEqual(received);
  });

  it('leaves out what has no place in a call', async () => {
    const offer = { fragment: 'strange', kinds: ['video', 'audio', 'audio'] };
    const description = JSON.stringify({ type: 'offer', sdp: JSON.stringify(offer) });
    await pair.polite.receive({ description });
    const { polite } = pair;
    const shown = [polite.sound, polite.picture, polite.screenPicture, polite.screenSound];
    expect(shown.map(({ value }) => value)).toEqual([undefined, undefined, undefined, undefined]);
    expect(sending(pair.politePc)).toEqual([null, null, null]);
  });

  it('ignores offers with more lines than a call, says so once, and goes on', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    void pair.impolite.start();
    await settle();
    const sdp = 'm=video 9 UDP/TLS/RTP/SAVPF 96\n'.repeat(64);
    const flood = JSON.stringify({ type: 'offer', sdp });
    const candidate = JSON.stringify({ candidate: 'its own', usernameFragment: 'other' });
    const answers = descriptionsBy(pair, 'polite').length;
    await pair.polite.receive({ description: flood, candidates: [candidate] });
    await pair.polite.receive({ description: flood });
    expect(warn).toHaveBeenCalledOnce();
    expect(pair.politePc.signalingState).toBe('stable');
    expect(descriptionsBy(pair, 'polite')).toHaveLength(answers);
    pair.impolitePc.restartIce();
    await settle();
    expect(descriptionsBy(pair, 'polite')).toHaveLength(answers + 1);
  });

  it('goes on showing a track that is announced again', async () => {
    void pair.impolite.start();
    await settle();
    const shown = pair.polite.picture.value;
    const [announced] = shown?.getVideoTracks() ?? [];
    pair.politePc.dispatchEvent(Object.assign(new Event('track'), { track: announced }));
    expect(shown).toBeDefined();
    expect(pair.polite.picture.value).toBe(shown);
  });

  it('settles when both offer at once, with one set of transceivers', async () => {
    void pair.polite.start();
    void pair.impolite.start();
    await settle();
    for (const pc of [pair.politePc, pair.impolitePc]) {
      expect(pc.signalingState).toBe('stable');
      expect(sending(pc)).toEqual([pair.tracks.audio, pair.tracks.video, null, null]);
    }
    expect(descriptionsBy(pair, 'impolite')).toEqual(['offer']);
  });

  it('changes tracks without a negotiation', async () => {
    void pair.impolite.start();
    await settle();
    const signals = pair.sent.length;
    const camera = track('video');
    const screen = { screen: track('video'), screenAudio: track('audio') };
    await pair.polite.setTracks(asReal({ audio: pair.tracks.audio, video: camera, ...screen }));
    await pair.impolite.setTracks(noTracks);
    await settle(1_000);
    expect(sending(pair.politePc)).toEqual([
      pair.tracks.audio,
      camera,
      screen.screen,
      screen.screenAudio,
    ]);
    expect(sending(pair.impolitePc)).toEqual([null, null, null, null]);
    expect(pair.sent).toHaveLength(signals);
  });

  it('attaches tracks that come before the offer when it comes', async () => {
    await pair.polite.setTracks(noTracks);
    const camera = track('video');
    await pair.polite.setTracks(asReal({ audio: undefined, video: camera }));
    void pair.impolite.start();
    await settle();
    expect(sending(pair.politePc)).toEqual([null, camera, null, null]);
  });

  it('sends candidates in batches and holds them until there is a description', async () => {
    void pair.impolite.start();
    await settle();
    pair.impolitePc.gather('one');
    pair.impolitePc.gather('two');
    await settle(100);
    const batches = pair.sent.filter(({ signal }) => signal.candidates);
    expect(batches.map(({ signal }) => signal.candidates?.length)).toEqual([2]);
    expect(pair.politePc.candidates).toEqual(['one', 'two']);
  });

  it('keeps candidates that overtake the description', async () => {
    pair.cut = true;
    void pair.impolite.start();
    await settle();
    const fragment = (
      JSON.parse(pair.impolitePc.localDescription?.sdp ?? '') as { fragment: string }
    ).fragment;
    const early = JSON.stringify({ candidate: 'early', usernameFragment: fragment });
    await pair.polite.receive({ candidates: [early] });
    expect(pair.politePc.candidates).toEqual([]);
    await pair.polite.receive({ description: JSON.stringify(pair.impolitePc.localDescription) });
    expect(pair.politePc.candidates).toEqual(['early']);
  });

  it('sends again what did not arrive', async () => {
    pair.cut = true;
    void pair.impolite.start();
    await settle();
    pair.impolitePc.gather('one');
    await settle(100);
    pair.cut = false;
    pair.impolite.resend();
    await settle();
    expect(pair.impolitePc.signalingState).toBe('stable');
    expect(pair.politePc.candidates).toEqual(['one']);
  });

  it('is not upset by an answer that comes twice', async () => {
    void pair.impolite.start();
    await settle();
    const answer = pair.sent.find(({ by }) => by === 'polite')?.signal;
    await pair.impolite.receive(answer ?? {});
    expect(pair.impolitePc.signalingState).toBe('stable');
  });

  it.each(['nonsense', '{"type":"offer","sdp":"nonsense"}'])('survives %s', async (description) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await pair.polite.receive({ description });
    void pair.impolite.start();
    await settle();
    expect(pair.impolitePc.signalingState).toBe('stable');
  });

  it('restarts ICE at once when the connection failed, and again until it stands', async () => {
    void pair.impolite.start();
    await settle();
    pair.impolitePc.connect('connected');
    pair.impolitePc.connect('failed');
    await settle();
    expect(pair.impolite.state.value).toBe('repairing');
    expect(pair.impolitePc.restarts).toBe(1);
    await settle(10_000);
    expect(pair.impolitePc.restarts).toBe(3);
    pair.impolitePc.connect('connected');
    await settle(60_000);
    expect(pair.impolitePc.restarts).toBe(3);
    expect(pair.impolite.state.value).toBe('connected');
  });

  it('leaves the repair of a connection that never stood to the other side', async () => {
    void pair.impolite.start();
    await settle();
    for (const pc of [pair.politePc, pair.impolitePc]) {
      pc.connect('failed');
    }
    await settle(5_000);
    expect([pair.politePc.restarts, pair.impolitePc.restarts]).toEqual([0, 2]);
    pair.politePc.connect('connected');
    pair.politePc.connect('failed');
    await settle();
    expect(pair.politePc.restarts).toBe(1);
  });

  it('repeats the offer of a restart that got no answer', async () => {
    void pair.impolite.start();
    await settle();
    pair.impolitePc.connect('connected');
    pair.cut = true;
    pair.impolitePc.connect('failed');
    await settle();
    expect(pair.impolitePc.signalingState).toBe('have-local-offer');
    pair.cut = false;
    await settle(5_000);
    expect(pair.impolitePc.signalingState).toBe('stable');
  });

  it('makes the offer itself when the newcomer’s never comes', async () => {
    await settle(6_000);
    expect(pair.impolitePc.signalingState).toBe('stable');
    expect(sending(pair.impolitePc)).toHaveLength(4);
  });

  it('rates the path by what arrives', async () => {
    pair.impolitePc.connect('connected');
    const report = (received: number, lost: number) =>
      (pair.impolitePc.report = new Map([
        ['in', { id: 'in', type: 'inbound-rtp', packetsReceived: received, packetsLost: lost }],
      ]));
    report(100, 0);
    await pair.impolite.measure(0);
    report(150, 50);
    await pair.impolite.measure(1_000);
    report(200, 100);
    await pair.impolite.measure(4_000);
    expect(pair.impolite.quality.value.shown).toBe('poor');
  });

  it('tells how loud the other one is', async () => {
    expect(pair.polite.audioLevel()).toBe(0);
    void pair.impolite.start();
    await settle();
    pair.politePc.connect('connected');
    const [audio] = pair.politePc.getTransceivers();
    Object.assign(audio ?? {}, { level: 0.5 });
    expect(pair.polite.audioLevel()).toBe(0.5);
  });

  it('closes once and for all', async () => {
    void pair.impolite.start();
    await settle();
    pair.impolite.close();
    pair.impolite.close();
    const byClosed = () => pair.sent.filter(({ by }) => by === 'impolite').length;
    const signals = byClosed();
    pair.impolitePc.gather('late');
    pair.impolitePc.connect('failed');
    await settle(60_000);
    expect(pair.impolitePc.closed).toBe(true);
    expect(byClosed()).toBe(signals);
  });

  it('settles whatever the order of offers and losses', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const storm = new Pair();
      let random = seed;
      const next = (below: number) => {
        random = (random * 48_271) % 2_147_483_647;
        return random % below;
      };
      void storm.impolite.start();
      for (let step = 0; step < 12; step++) {
        storm.cut = next(3) === 0;
        const one = next(2) === 0 ? storm.politePc : storm.impolitePc;
        one.restartIce();
        await settle(next(40));
      }
      storm.cut = false;
      await settle(12_000);
      storm.polite.resend();
      storm.impolite.resend();
      await settle(12_000);
      expect([seed, storm.politePc.signalingState, storm.impolitePc.signalingState]).toEqual([
        seed,
        'stable',
        'stable',
      ]);
      expect(sending(storm.politePc)).toHaveLength(4);
      storm.close();
    }
  });
});
