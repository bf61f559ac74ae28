import { describe, expect, it } from 'vitest';
import { FiguresReader } from './ConnectionFigures';
import { asReal } from './FakePeerConnection';
import { entriesOf, type StatsEntry } from './statsEntries';

const report = (...entries: readonly StatsEntry[]) =>
  entriesOf(asReal(new Map(entries.map((entry) => [entry.id, entry]))));

const inbound = {
  id: 'I',
  type: 'inbound-rtp',
  kind: 'video',
  codecId: 'C',
  frameWidth: 640,
  frameHeight: 360,
  framesPerSecond: 24,
};
const codec = { id: 'C', type: 'codec', mimeType: 'video/VP8' };

describe('FiguresReader', () => {
  it('says nothing of rates at the first look', () => {
    const figures = new FiguresReader().read(
      report({ ...inbound, bytesReceived: 1_000_000 }),
      1_000,
    );
    expect(figures).toMatchObject({ relayed: undefined, delay: undefined, loss: 0 });
    expect(figures.received.bitrate).toBe(0);
  });

  it('says what came and went since the look before, and of the largest picture how it comes', () => {
    const reader = new FiguresReader();
    const at = (seconds: number) =>
      reader.read(
        report(
          {
            ...inbound,
            bytesReceived: seconds * 50_000,
            packetsReceived: seconds * 90,
            packetsLost: seconds * 10,
          },
          { id: 'S', type: 'inbound-rtp', kind: 'video', bytesReceived: 0, frameHeight: 90 },
          { id: 'A', type: 'inbound-rtp', kind: 'audio', bytesReceived: seconds * 5_000 },
          { id: 'O', type: 'outbound-rtp', kind: 'audio', bytesSent: seconds * 4_000 },
          codec,
        ),
        seconds * 1_000,
      );
    at(1);
    const figures = at(3);
    expect(figures.received).toEqual({
      bitrate: 440_000,
      codec: 'VP8',
      width: 640,
      height: 360,
      frameRate: 24,
    });
    expect(figures.sent).toEqual({
      bitrate: 32_000,
      codec: undefined,
      width: undefined,
      height: undefined,
      frameRate: undefined,
    });
    expect(figures.loss).toBeCloseTo(0.1);
  });

  it('knows the path where the browser has no statistics of transports', () => {
    const figures = new FiguresReader().read(
      report(
        {
          id: 'P',
          type: 'candidate-pair',
          nominated: true,
          state: 'succeeded',
          localCandidateId: 'L',
        },
        { id: 'L', type: 'local-candidate', candidateType: 'relay', relayProtocol: 'tls' },
      ),
      0,
    );
    expect(figures).toMatchObject({ relayed: true, protocol: 'tls' });
  });

  it.each([
    [{ candidateType: 'host', protocol: 'udp' }, false, 'udp'],
    [{ candidateType: 'srflx', protocol: 'udp' }, false, 'udp'],
    [{ candidateType: 'relay', protocol: 'udp', relayProtocol: 'tcp' }, true, 'tcp'],
  ])('knows the path %o', (candidate, relayed, protocol) => {
    const figures = new FiguresReader().read(
      report(
        { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
        { id: 'P', type: 'candidate-pair', localCandidateId: 'L', currentRoundTripTime: 0.038 },
        { id: 'L', type: 'local-candidate', ...candidate },
      ),
      0,
    );
    expect(figures).toMatchObject({ relayed, protocol, delay: 38 });
  });
});
