import { lossBetween, type PacketCount } from './connectionQuality';
import { readPathStats, type PathStats } from './readPathStats';
import { sumOf, type StatsEntries, type StatsEntry } from './statsEntries';

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
export interface ConnectionFigures extends Omit<PathStats, 'packets'> {
  /** Share of packets that did not arrive here, 0 to 1. */
  readonly loss: number;
  readonly received: FlowFigures;
  readonly sent: FlowFigures;
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

  read(entries: StatsEntries, now: number): ConnectionFigures {
    const { packets, ...path } = readPathStats(entries);
    const bytes = {
      'inbound-rtp': bytesOf(entries, 'inbound-rtp'),
      'outbound-rtp': bytesOf(entries, 'outbound-rtp'),
    };
    const look: Look = { at: now, packets, bytes };
    const former = this.former ?? look;
    this.former = look;
    return {
      ...path,
      loss: lossBetween(former.packets, packets),
      received: flowOf(entries, 'inbound-rtp', former, look),
      sent: flowOf(entries, 'outbound-rtp', former, look),
    };
  }
}

const flows = (entries: StatsEntries, direction: Direction): readonly StatsEntry[] =>
  [...entries.values()].filter(({ type }) => type === direction);

const bytesOf = (entries: StatsEntries, direction: Direction): number =>
  sumOf(flows(entries, direction), ({ bytesReceived, bytesSent }) => bytesReceived ?? bytesSent);

function flowOf(
  entries: StatsEntries,
  direction: Direction,
  former: Look,
  look: Look,
): FlowFigures {
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
