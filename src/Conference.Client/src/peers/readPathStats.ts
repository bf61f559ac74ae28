import type { PacketCount } from './connectionQuality';

export interface PathStats {
  readonly packets: PacketCount;
  /** Milliseconds; undefined as long as nothing was measured. */
  readonly delay: number | undefined;
}

interface StatsEntry {
  readonly id: string;
  readonly type: string;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly selectedCandidatePairId?: string;
  readonly currentRoundTripTime?: number;
  readonly nominated?: boolean;
  readonly state?: string;
}

/** What a connection's statistics say about the way from the other side to this one. */
export function readPathStats(report: RTCStatsReport): PathStats {
  const entries: StatsEntry[] = [];
  report.forEach((entry: StatsEntry) => entries.push(entry));
  const inbound = entries.filter(({ type }) => type === 'inbound-rtp');
  const seconds = selectedPair(entries)?.currentRoundTripTime;
  return {
    packets: {
      received: sum(inbound.map(({ packetsReceived }) => packetsReceived)),
      lost: sum(inbound.map(({ packetsLost }) => packetsLost)),
    },
    delay: seconds === undefined ? undefined : seconds * 1_000,
  };
}

function selectedPair(entries: readonly StatsEntry[]): StatsEntry | undefined {
  const selected = entries.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  // Firefox has no transport statistics: the nominated pair is the one in use.
  return entries.find(
    ({ id, type, nominated, state }) =>
      type === 'candidate-pair' &&
      (selected === undefined ? nominated === true && state === 'succeeded' : id === selected),
  );
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}
