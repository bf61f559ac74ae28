import { useId, useRef } from 'preact/hooks';
import { usePending } from '../../hooks';
import { formatAgo, t } from '../../i18n';
import type { FailureCode } from '../../signaling/ConferenceError';
import type { RemovedPerson } from '../../signaling/protocol.generated';
import type { RoomSettingsModel } from '../../state/model';
import { Avatar, Button } from '../../ui';
import { useRowFocus } from '../people/useRowFocus';

interface Props {
  readonly model: RoomSettingsModel;
  readonly removed: readonly RemovedPerson[];
  readonly onFailure: (code: FailureCode | undefined) => void;
}

/** Who cannot come back until a host allows it; at once, without saving. */
export function RemovedPeople({ model, removed, onFailure }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useRowFocus(place, {
    ids: removed.map(({ personId }) => personId),
    stop: 'button',
    fallback: () => place.current?.closest('dialog')?.querySelector('button'),
  });
  return (
    <div ref={place}>
      {removed.length > 0 && (
        <section class="settings-part" aria-labelledby={id}>
          <h3 id={id}>{t('roomSettings.removed')}</h3>
          <ul aria-labelledby={id}>
            {removed.map((person) => (
              <RemovedRow
                key={person.personId}
                person={person}
                onAllow={async () => onFailure(await model.allowBack(person.personId))}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface RowProps {
  readonly person: RemovedPerson;
  readonly onAllow: () => Promise<void>;
}

function RemovedRow({ person: { personId, name, removedAt }, onAllow }: RowProps) {
  const [pending, run] = usePending();
  return (
    <li class="person" data-row={personId}>
      <Avatar personId={personId} name={name} />
      <span class="who">
        <b class="clip">{name}</b>
        <small>{t('roomSettings.removedAt', { when: formatAgo(removedAt) })}</small>
      </span>
      <Button
        variant="outline"
        size="small"
        aria-label={t('roomSettings.allowBackName', { name })}
        aria-disabled={pending}
        onClick={() => run(onAllow)}
      >
        {t('roomSettings.allowBack')}
      </Button>
    </li>
  );
}
