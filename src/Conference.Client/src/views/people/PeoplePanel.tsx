import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { InviteDialog } from '../invite/InviteDialog';
import { PersonRow } from './PersonRow';
import { roster } from './roster';

interface Props {
  readonly conference: ConferenceModel;
  readonly onClose: () => void;
}

/** Who is in the room. */
export function PeoplePanel({ conference, onClose }: Props) {
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
      <Roster conference={conference} searched={searched} />
      {inviting && <InviteDialog conference={conference} onClose={() => setInviting(false)} />}
    </aside>
  );
}

interface RosterProps {
  readonly conference: ConferenceModel;
  readonly searched: string;
}

function Roster({ conference, searched }: RosterProps) {
  const participants = conference.participants.value;
  const shown = roster(participants, searched);
  return (
    <div class="scroll" tabIndex={0}>
      <h3 class="group-h">{t('people.inTheRoom', { count: participants.length })}</h3>
      <ul aria-label={t('people.roster')}>
        {shown.map((participant) => (
          <PersonRow key={participant.info.id} participant={participant} />
        ))}
      </ul>
      <p class="people-none faint" role="status">
        {shown.length === 0 && t('people.nobodyFound', { text: searched.trim() })}
      </p>
    </div>
  );
}
