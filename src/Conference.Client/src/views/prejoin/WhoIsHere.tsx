import { formatList, t } from '../../i18n';
import type { PersonInfo } from '../../signaling/protocol.generated';
import { Avatar } from '../../ui';

const namedAtMost = 3;

function namesOf(people: readonly PersonInfo[]): string {
  const named = people.slice(0, namedAtMost).map(({ name }) => name);
  const others = people.length - named.length;
  const rest = others > 0 ? [t('prejoin.andOthers', { count: others })] : [];
  return formatList([...named, ...rest]);
}

/** Who is in the room already, said before one joins. */
export function WhoIsHere({ people }: { readonly people: readonly PersonInfo[] }) {
  if (people.length === 0) {
    return <p class="muted row who-is-here">{t('prejoin.first')}</p>;
  }
  return (
    <p class="muted row who-is-here">
      <span class="avatars">
        {people.slice(0, namedAtMost).map(({ personId, name }) => (
          <Avatar key={personId} personId={personId} name={name} size={28} />
        ))}
      </span>
      <span>{t('prejoin.inTheRoom', { names: namesOf(people), count: people.length })}</span>
    </p>
  );
}
