/** What a connection's statistics say about what it sends. Counts are since it began. */
export interface SendingStats {
  readonly pictures: readonly SentPicture[];
  /** Bits a second that the path is estimated to carry. */
  readonly carried: number | undefined;
}

export interface SentPicture {
  readonly id: string;
  readonly active: boolean;
  readonly framesPerSecond: number;
  /** Pictures a second that its source brings. */
  readonly sourceRate: number;
  readonly encodeSeconds: number;
  readonly limitedBy: string;
}

interface StatsEntry {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly active?: boolean;
  readonly framesPerSecond?: number;
  readonly mediaSourceId?: string;
  readonly totalEncodeTime?: number;
  readonly qualityLimitationReason?: string;
  readonly availableOutgoingBitrate?: number;
}

export function readSendingStats(report: RTCStatsReport): SendingStats {
  const entries = new Map<string, StatsEntry>();
  report.forEach((entry: StatsEntry) => entries.set(entry.id, entry));
  const all = [...entries.values()];
  return {
    pictures: all
      .filter(({ type, kind }) => type === 'outbound-rtp' && kind === 'video')
      .map((entry) => sentPicture(entry, entries)),
    carried: all.find((entry) => entry.availableOutgoingBitrate !== undefined)
      ?.availableOutgoingBitrate,
  };
}

const sentPicture = (entry: StatsEntry, entries: ReadonlyMap<string, StatsEntry>): SentPicture => ({
  id: entry.id,
  active: entry.active ?? true,
  framesPerSecond: entry.framesPerSecond ?? 0,
  sourceRate: entries.get(entry.mediaSourceId ?? '')?.framesPerSecond ?? 0,
  encodeSeconds: entry.totalEncodeTime ?? 0,
  limitedBy: entry.qualityLimitationReason ?? 'none',
});
