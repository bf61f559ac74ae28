import { useCallback, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { InviteDialog } from '../invite/InviteDialog';
import { HostFooter } from './HostFooter';
import { LobbySection } from './LobbySection';
import type { PersonContext } from './personItems';
import { RosterList } from './RosterList';

interface Props {
  readonly context: PersonContext;
  readonly onClose: () => void;
}

/** Who is in the room, and for hosts who wants to be. */
export function PeoplePanel({ context, onClose }: Props) {
  const { conference } = context;
  const [searched, setSearched] = useState('');
  const [inviting, setInviting] = useState(false);
  return (
    <aside class="panel" aria-label={t('people.people')}>
      <header>
        <h2>{t('people.people')}</h2>
        <IconButton icon="plus" label={t('people.invite')} onClick={() => setInviting(true)} />
        <IconButton icon="x" label={t('people.closePeople')} onClick={onClose} />
      </header>
      <div class="people-search with-icon">
        <Icon name="search" />
        <input
          class="input"
          type="search"
          aria-label={t('people.searchPeople')}
          placeholder={t('people.searchPeople')}
          value={searched}
          onInput={({ currentTarget }) => setSearched(currentTarget.value)}
        />
      </div>
      <People context={context} searched={searched} />
      {conference.isHost.value && <HostFooter {...context} />}
      {inviting && <InviteDialog conference={conference} onClose={() => setInviting(false)} />}
    </aside>
  );
}

interface PeopleProps {
  readonly context: PersonContext;
  readonly searched: string;
}

function People({ context, searched }: PeopleProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const toList = useCallback(() => scroll.current, []);
  const { conference } = context;
  return (
    <div ref={scroll} class="scroll people-scroll" tabIndex={0}>
      {conference.isHost.value && (
        <LobbySection conference={conference} searched={searched} onEmpty={toList} />
      )}
      <RosterList context={context} searched={searched} scroll={toList} />
    </div>
  );
}
