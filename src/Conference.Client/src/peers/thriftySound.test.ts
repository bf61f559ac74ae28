import { describe, expect, it } from 'vitest';
import { packetMillisecondsFor, thriftySound } from './thriftySound';

const lines = (...all: readonly string[]) => all.map((line) => `${line}\r\n`).join('');

const session = lines('v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0');
const voice = lines(
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  'a=rtpmap:63 red/48000/2',
  'a=fmtp:63 111/111',
);
const video = lines('m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=rtpmap:96 VP8/90000');

describe('thriftySound', () => {
  it('asks for longer packets and for silence in the first line alone', () => {
    const quiet = voice.replace('useinbandfec=1', 'useinbandfec=1;usedtx=1');
    expect(thriftySound(session + voice + video + voice, 40)).toBe(
      session + quiet + lines('a=ptime:40') + video + voice,
    );
  });

  it.each([
    ['without sound', session + video],
    ['of another codec', session + voice.replace('opus', 'PCMU')],
    ['without lines', session],
  ])('leaves a description %s as it is', (_, sdp) => {
    expect(thriftySound(sdp, 40)).toBe(sdp);
  });

  it('takes longer packets the more are heard', () => {
    expect([1, 2, 3, 4, 15].map(packetMillisecondsFor)).toEqual([20, 40, 40, 60, 60]);
  });
});
