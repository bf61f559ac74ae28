import type { PacketCount } from './connectionQuality';
import { selectedPair, sumOf, type StatsEntries } from './statsEntries';

export interface PathStats {
  readonly packets: PacketCount;
  /** Milliseconds; undefined as long as nothing was measured. */
  readonly delay: number | undefined;
  /** By way of a TURN server; undefined while there is no path. */
  readonly relayed: boolean | undefined;
  readonly protocol: string | undefined;
}

/** What a connection's statistics say about the way from the other side to this one. */
export function readPathStats(entries: StatsEntries): PathStats {
  const inbound = [...entries.values()].filter(({ type }) => type === 'inbound-rtp');
  const pair = selectedPair(entries);
  const seconds = pair?.currentRoundTripTime;
  const local = entries.get(pair?.localCandidateId ?? '');
  return {
    packets: {
      received: sumOf(inbound, ({ packetsReceived }) => packetsReceived),
      lost: sumOf(inbound, ({ packetsLost }) => packetsLost),
    },
    delay: seconds === undefined ? undefined : seconds * 1_000,
    relayed: local && local.candidateType === 'relay',
    protocol: local?.relayProtocol ?? local?.protocol,
  };
}
