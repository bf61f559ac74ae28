import { expect, it } from 'vitest';
import { connectionReport, type ConnectionRow } from './connectionRows';

const row: ConnectionRow = {
  id: 'ada',
  personId: 'person of ada',
  name: 'Ada Lovelace',
  state: 'connected',
  quality: 'fair',
  figures: {
    relayed: true,
    protocol: 'tcp',
    delay: 38.4,
    loss: 0.0312,
    received: { bitrate: 412_300, codec: 'VP8', width: 640, height: 360, frameRate: 24 },
    sent: {
      bitrate: 32_000,
      codec: undefined,
      width: undefined,
      height: undefined,
      frameRate: undefined,
    },
  },
};

it('A report has figures, and nobody’s name', () => {
  const waiting = {
    ...row,
    id: 'bob',
    name: 'Bob',
    state: 'repairing',
    figures: undefined,
  } as const;
  expect(connectionReport([row, waiting])).toBe(
    '1: connected, fair; relay tcp; 38 ms; 3.1 % lost; receives 412 kbit/s 640 x 360 24/s VP8; sends 32 kbit/s\n2: repairing, fair',
  );
});
