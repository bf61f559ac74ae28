import { useState } from 'preact/hooks';
import { usePending } from '../../hooks';
import { formatDay, formatTime, t } from '../../i18n';
import { sayOfDeed } from '../../i18n/audit';
import type { AuditEntry } from '../../signaling/protocol.generated';
import type { RoomSettingsModel } from '../../state/model';
import { Icon, Spinner } from '../../ui';

/** What hosts did, fetched when somebody wants to know. */
export function AuditPart({ model }: { readonly model: RoomSettingsModel }) {
  const [open, setOpen] = useState(false);
  const [pending, run] = usePending();
  const toggle = () => {
    setOpen(!open);
    if (!open) {
      run(() => model.loadAudit());
    }
  };
  return (
    <section class="settings-part" aria-label={t('roomSettings.audit')}>
      <h3>
        <button type="button" class="disclosure" aria-expanded={open} onClick={toggle}>
          <Icon name={open ? 'up' : 'down'} />
          {t('roomSettings.audit')}
        </button>
      </h3>
      {open && <Entries entries={model.audit.value} pending={pending} />}
    </section>
  );
}

interface EntriesProps {
  readonly entries: readonly AuditEntry[] | undefined;
  readonly pending: boolean;
}

function Entries({ entries, pending }: EntriesProps) {
  if (entries === undefined) {
    return pending ? <Spinner /> : <p class="small bad">{t('common.unreachable')}</p>;
  }
  return entries.length === 0 ? (
    <p class="small muted">{t('roomSettings.auditEmpty')}</p>
  ) : (
    <ul class="audit" aria-label={t('roomSettings.audit')}>
      {entries.map((entry, index) => (
        <li key={`${entry.at} ${index}`}>
          <span>{auditSentence(entry)}</span>
          <time class="tiny faint num" dateTime={entry.at}>
            {formatDay(entry.at)}, {formatTime(entry.at)}
          </time>
        </li>
      ))}
    </ul>
  );
}

const auditSentence = ({ by, action, target = '' }: AuditEntry): string =>
  sayOfDeed(action, { by, target }).trim();
