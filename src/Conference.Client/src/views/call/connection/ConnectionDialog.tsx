import { formatNumber, t, type PhraseKey } from '../../../i18n';
import { connectionReport, type ConnectionRow } from '../../../state/connectionRows';
import type { ConferenceModel } from '../../../state/model';
import { Avatar, Button, Chip, Dialog, Icon } from '../../../ui';
import { copyText } from '../../../ui/copyText';

interface Props {
  readonly conference: Pick<ConferenceModel, 'connections'>;
  readonly onClose: () => void;
}

/** How the connection to each of the others does. */
export function ConnectionDialog({ conference, onClose }: Props) {
  const rows = conference.connections.value;
  const copy = () => void copyText(connectionReport(rows), t('connection.reportCopied'));
  return (
    <Dialog
      title={t('connection.title')}
      class="connection"
      onClose={onClose}
      footer={
        rows.length > 0 && (
          <Button variant="outline" icon="copy" onClick={copy}>
            {t('connection.copyReport')}
          </Button>
        )
      }
    >
      {rows.length > 0 ? <Table rows={rows} /> : <p class="muted">{t('connection.none')}</p>}
      {rows
        .filter(({ state }) => state === 'repairing' || state === 'lost')
        .map(({ id, name, state }) => (
          <div key={id} class="note warn">
            <Icon name="alert" />
            <p>
              {t(state === 'lost' ? 'connection.cannot' : 'connection.repairingWith', { name })}
            </p>
          </div>
        ))}
    </Dialog>
  );
}

function Table({ rows }: { readonly rows: readonly ConnectionRow[] }) {
  return (
    <>
      <p class="muted under-title">{t('connection.explained')}</p>
      <div class="table-place" role="region" aria-label={t('connection.title')} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              {columns.map((phrase) => (
                <th key={phrase} scope="col">
                  {t(phrase)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const columns = [
  'connection.participant',
  'connection.state',
  'connection.path',
  'connection.delay',
  'connection.loss',
] as const satisfies readonly PhraseKey[];

function Row({
  row: { personId, name, state, quality, figures },
}: {
  readonly row: ConnectionRow;
}) {
  const isMeasured = state === 'connected' && figures !== undefined;
  return (
    <tr>
      <th scope="row">
        <span class="row">
          <Avatar name={name} personId={personId} size={28} />
          <span class="stack">
            <span class="clip">{name}</span>
            {isMeasured && <span class="small muted num">{received(figures.received)}</span>}
          </span>
        </span>
      </th>
      <td>
        <Chip tone={state === 'connected' ? tones[quality] : 'danger'}>
          {t(state === 'connected' ? qualities[quality] : states[state])}
        </Chip>
      </td>
      <td>
        {isMeasured && figures.relayed !== undefined
          ? t(figures.relayed ? 'connection.relay' : 'connection.direct')
          : '–'}
      </td>
      <td class="num">
        {isMeasured && figures.delay !== undefined
          ? t('connection.milliseconds', { number: formatNumber(Math.round(figures.delay)) })
          : '–'}
      </td>
      <td class="num">
        {isMeasured
          ? t('connection.percent', { number: formatNumber(Math.round(figures.loss * 100)) })
          : '–'}
      </td>
    </tr>
  );
}

type Received = NonNullable<ConnectionRow['figures']>['received'];

/** `640 × 360, VP8, 412 kbit/s` */
function received({ width, height, codec, bitrate }: Received): string {
  const size = width === undefined || height === undefined ? [] : [`${width} × ${height}`];
  const rate = t('connection.kilobits', { number: formatNumber(Math.round(bitrate / 1_000)) });
  return [...size, ...(codec === undefined ? [] : [codec]), rate].join(', ');
}

const tones = { good: 'ok', fair: 'warn', poor: 'danger' } as const;

const qualities = {
  good: 'connection.good',
  fair: 'connection.fair',
  poor: 'connection.poor',
} as const satisfies Record<ConnectionRow['quality'], PhraseKey>;

const states = {
  connecting: 'connection.connecting',
  repairing: 'connection.repairing',
  lost: 'connection.lost',
} as const satisfies Record<Exclude<ConnectionRow['state'], 'connected'>, PhraseKey>;
