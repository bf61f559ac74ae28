/** What is read of a connection's statistics; the names are those of the WebRTC statistics specification. */
export interface StatsEntry {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly active?: boolean;
  readonly availableOutgoingBitrate?: number;
  readonly bytesReceived?: number;
  readonly bytesSent?: number;
  readonly candidateType?: string;
  readonly codecId?: string;
  readonly currentRoundTripTime?: number;
  readonly frameHeight?: number;
  readonly frameWidth?: number;
  readonly framesPerSecond?: number;
  readonly localCandidateId?: string;
  readonly mediaSourceId?: string;
  readonly mimeType?: string;
  readonly nominated?: boolean;
  readonly packetsLost?: number;
  readonly packetsReceived?: number;
  readonly protocol?: string;
  readonly qualityLimitationReason?: string;
  readonly relayProtocol?: string;
  readonly selectedCandidatePairId?: string;
  readonly state?: string;
  readonly totalEncodeTime?: number;
}

/** By id. */
export type StatsEntries = ReadonlyMap<string, StatsEntry>;

export function entriesOf(report: RTCStatsReport): StatsEntries {
  const entries = new Map<string, StatsEntry>();
  report.forEach((entry: StatsEntry) => entries.set(entry.id, entry));
  return entries;
}

/** The pair of candidates in use. */
export function selectedPair(entries: StatsEntries): StatsEntry | undefined {
  const all = [...entries.values()];
  const selected = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  // Firefox has no transport statistics: the nominated pair is the one in use.
  return all.find(
    ({ id, type, nominated, state }) =>
      type === 'candidate-pair' &&
      (selected === undefined ? nominated === true && state === 'succeeded' : id === selected),
  );
}

export const sumOf = (
  entries: readonly StatsEntry[],
  numberOf: (entry: StatsEntry) => number | undefined,
): number => entries.reduce((sum, entry) => sum + (numberOf(entry) ?? 0), 0);
