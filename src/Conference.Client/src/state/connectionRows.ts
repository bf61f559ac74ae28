import type { ConnectionFigures } from '../peers/ConnectionFigures';
import type { PeerConnection } from '../peers/PeerConnection';
import type { ParticipantInfo } from '../signaling/protocol.generated';
import type { ParticipantModel, TileState } from './model';

/** How the connection to one other participant does. */
export interface ConnectionRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly state: TileState;
  readonly quality: ParticipantModel['quality'];
  /** Undefined before the first look. */
  readonly figures: ConnectionFigures | undefined;
}

/** One line for everybody with media but oneself. Reads the signals of the connections. */
export function connectionRows(
  participants: readonly ParticipantInfo[],
  connections: ReadonlyMap<string, PeerConnection>,
): readonly ConnectionRow[] {
  return participants.flatMap(({ id, personId, name }) => {
    const connection = connections.get(id);
    return connection
      ? [
          {
            id,
            personId,
            name,
            state: connection.state.value,
            quality: connection.quality.value.shown,
            figures: connection.figures.value,
          },
        ]
      : [];
  });
}

/** What somebody can send to who helps them: figures, and nothing that says who or where anybody is. */
export function connectionReport(rows: readonly ConnectionRow[]): string {
  return rows
    .map(({ state, quality, figures }, index) =>
      [`${index + 1}: ${state}, ${quality}`, ...(figures ? parts(figures) : [])].join('; '),
    )
    .join('\n');
}

function parts({
  relayed,
  protocol,
  delay,
  loss,
  received,
  sent,
}: ConnectionFigures): readonly string[] {
  const path = relayed === undefined ? 'no path' : relayed ? 'relay' : 'direct';
  return [
    `${path} ${protocol ?? ''}`.trim(),
    delay === undefined ? 'no delay yet' : `${Math.round(delay)} ms`,
    `${(loss * 100).toFixed(1)} % lost`,
    `receives ${flow(received)}`,
    `sends ${flow(sent)}`,
  ];
}

const flow = ({
  bitrate,
  codec,
  width,
  height,
  frameRate,
}: ConnectionFigures['received']): string =>
  [
    `${Math.round(bitrate / 1_000)} kbit/s`,
    ...(width === undefined ? [] : [`${width} x ${height ?? 0}`, `${frameRate ?? 0}/s`]),
    ...(codec === undefined ? [] : [codec]),
  ].join(' ');
