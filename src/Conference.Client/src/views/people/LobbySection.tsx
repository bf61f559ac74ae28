import { useId, useRef } from 'preact/hooks';
import { useEachFrame, usePending } from '../../hooks';
import { t } from '../../i18n';
import type { WaitingGuest } from '../../signaling/protocol.generated';
import type { ConferenceModel } from '../../state/model';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { withName } from './roster';
import { useRowFocus } from './useRowFocus';

/** A thousand people can wait: the first ones are listed. */
const listedAtMost = 50;

interface Props {
  readonly conference: ConferenceModel;
  readonly searched: string;
  /** Where focus goes when the last one is gone. */
  readonly onEmpty: () => HTMLElement | null | undefined;
}

/** Who waits, for hosts; it stays out of the way while nobody does. */
export function LobbySection({ conference, searched, onEmpty }: Props) {
  const section = useRef<HTMLElement>(null);
  const id = useId();
  const waiting = useEachFrame(conference.lobby);
  const found = withName(waiting, searched, ({ name }) => name);
  const listed = found.slice(0, listedAtMost);
  const [pending, run] = usePending();
  useRowFocus(section, {
    ids: listed.map((guest) => guest.id),
    stop: '[data-admit]',
    fallback: onEmpty,
  });
  return waiting.length === 0 ? null : (
    <section ref={section} class="lobby" aria-labelledby={id}>
      <h3 class="group-h">
        <span class="grow" id={id}>
          {t('hosting.inTheLobby', { count: waiting.length })}
        </span>
        <Button
          variant="quiet"
          size="small"
          aria-disabled={pending}
          onClick={() => run(() => conference.hosting.admitAll())}
        >
          {t('hosting.admitAll')}
        </Button>
      </h3>
      <ul>
        {listed.map((guest) => (
          <GuestRow key={guest.id} guest={guest} conference={conference} />
        ))}
      </ul>
      {found.length > listed.length && (
        <p class="small more-waiting">
          {t('hosting.moreWaiting', { count: found.length - listed.length })}
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly guest: WaitingGuest;
  readonly conference: ConferenceModel;
}

function GuestRow({ guest, conference: { hosting } }: RowProps) {
  const { id, personId, name } = guest;
  const [pending, run] = usePending();
  return (
    <li class="person" data-row={id}>
      <Avatar personId={personId} name={name} />
      <span class="who">
        <b class="clip">{name}</b>
        <small>{t('hosting.asksToJoin')}</small>
      </span>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('hosting.denyName', { name })}
        aria-disabled={pending}
        onClick={() => run(() => hosting.deny(id))}
      >
        {t('hosting.deny')}
      </Button>
      <Button
        variant="primary"
        size="small"
        data-admit
        aria-label={t('hosting.admitName', { name })}
        aria-disabled={pending}
        onClick={() => run(() => hosting.admit(id))}
      >
        {t('hosting.admit')}
      </Button>
    </li>
  );
}
