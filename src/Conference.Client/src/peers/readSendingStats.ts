import { selectedPair, type StatsEntries, type StatsEntry } from './statsEntries';

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

export function readSendingStats(entries: StatsEntries): SendingStats {
  return {
    pictures: [...entries.values()]
      .filter(({ type, kind }) => type === 'outbound-rtp' && kind === 'video')
      .map((entry) => sentPicture(entry, entries)),
    carried: selectedPair(entries)?.availableOutgoingBitrate,
  };
}

const sentPicture = (entry: StatsEntry, entries: StatsEntries): SentPicture => ({
  id: entry.id,
  active: entry.active ?? true,
  framesPerSecond: entry.framesPerSecond ?? 0,
  sourceRate: entries.get(entry.mediaSourceId ?? '')?.framesPerSecond ?? 0,
  encodeSeconds: entry.totalEncodeTime ?? 0,
  limitedBy: entry.qualityLimitationReason ?? 'none',
});
