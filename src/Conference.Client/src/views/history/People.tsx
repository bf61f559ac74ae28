import { t } from '../../i18n';
import type { PersonInfo } from '../../signaling/protocol.generated';
import { Avatar } from '../../ui/Avatar';
import { Chip } from '../../ui/Chip';

/** Everybody who has been in the room. */
export function People({ people }: { readonly people: readonly PersonInfo[] }) {
  return (
    <section class="card" aria-labelledby="history-people">
      <h2 id="history-people">{t('history.participants', { count: people.length })}</h2>
      <ul class="people">
        {people.map((person) => (
          <li key={person.personId} class="person">
            <Avatar personId={person.personId} name={person.name} size={28} />
            <span class="who">
              <b class="clip">{person.name}</b>
            </span>
            {person.isHost && <Chip>{t('common.host')}</Chip>}
          </li>
        ))}
      </ul>
    </section>
  );
}
