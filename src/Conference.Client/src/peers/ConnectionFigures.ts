import { lossBetween, type PacketCount } from './connectionQuality';
import { readPathStats } from './readPathStats';

/** Pictures and sound of one direction. */
export interface FlowFigures {
  /** Bits a second, of sound and all pictures. */
  readonly bitrate: number;
  /** Of the largest picture. */
  readonly codec: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly frameRate: number | undefined;
}

/** How a connection does, as of the last look. */
export interface ConnectionFigures {
  /** By way of a TURN server; undefined while there is no path. */
  readonly relayed: boolean | undefined;
  readonly protocol: string | undefined;
  /** Milliseconds, round trip. */
  readonly delay: number | undefined;
  /** Share of packets that did not arrive here, 0 to 1. */
  readonly loss: number;
  readonly received: FlowFigures;
  readonly sent: FlowFigures;
}

interface StatsEntry {
  readonly id: string;
  readonly type: string;
  readonly codecId?: string;
  readonly mimeType?: string;
  readonly bytesReceived?: number;
  readonly bytesSent?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly framesPerSecond?: number;
  readonly localCandidateId?: string;
  readonly selectedCandidatePairId?: string;
  readonly candidateType?: string;
  readonly protocol?: string;
  readonly relayProtocol?: string;
}

type Direction = 'inbound-rtp' | 'outbound-rtp';

interface Look {
  readonly at: number;
  readonly packets: PacketCount;
  readonly bytes: Readonly<Record<Direction, number>>;
}

/** Reads one connection's statistics again and again: what it says is of the time since the look before. */
export class FiguresReader {
  private former: Look | undefined;

  read(report: RTCStatsReport, now: number): ConnectionFigures {
    const entries = new Map<string, StatsEntry>();
    report.forEach((entry: StatsEntry) => entries.set(entry.id, entry));
    const { packets, delay } = readPathStats(report);
    const look: Look = {
      at: now,
      packets,
      bytes: {
        'inbound-rtp': bytesOf(entries, 'inbound-rtp'),
        'outbound-rtp': bytesOf(entries, 'outbound-rtp'),
      },
    };
    const former = this.former ?? look;
    this.former = look;
    return {
      ...pathOf(entries),
      delay,
      loss: lossBetween(former.packets, packets),
      received: flowOf(entries, 'inbound-rtp', former, look),
      sent: flowOf(entries, 'outbound-rtp', former, look),
    };
  }
}

type Entries = ReadonlyMap<string, StatsEntry>;

const flows = (entries: Entries, direction: Direction): readonly StatsEntry[] =>
  [...entries.values()].filter(({ type }) => type === direction);

const bytesOf = (entries: Entries, direction: Direction): number =>
  flows(entries, direction).reduce(
    (sum, { bytesReceived, bytesSent }) => sum + (bytesReceived ?? bytesSent ?? 0),
    0,
  );

function flowOf(entries: Entries, direction: Direction, former: Look, look: Look): FlowFigures {
  const seconds = (look.at - former.at) / 1_000;
  const bytes = look.bytes[direction] - former.bytes[direction];
  const [largest] = flows(entries, direction)
    .filter(({ frameHeight }) => frameHeight !== undefined)
    .sort((one, other) => (other.frameHeight ?? 0) - (one.frameHeight ?? 0));
  return {
    bitrate: seconds > 0 ? Math.max(0, (bytes * 8) / seconds) : 0,
    codec: entries.get(largest?.codecId ?? '')?.mimeType?.replace(/^.*\//, ''),
    width: largest?.frameWidth,
    height: largest?.frameHeight,
    frameRate: largest?.framesPerSecond,
  };
}

function pathOf(entries: Entries): Pick<ConnectionFigures, 'relayed' | 'protocol'> {
  const all = [...entries.values()];
  const selected = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  const pair = entries.get(selected ?? '');
  const local = entries.get(pair?.localCandidateId ?? '');
  return {
    relayed: local && local.candidateType === 'relay',
    protocol: local?.relayProtocol ?? local?.protocol,
  };
}
