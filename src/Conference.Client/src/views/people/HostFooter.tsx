import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import type { PersonContext } from './personItems';

/** What hosts do to everybody at once, below the roster. */
export function HostFooter({ conference, onDialog }: PersonContext) {
  return (
    <footer class="row">
      <LockSwitch conference={conference} />
      <Button size="small" icon="mic-off" onClick={() => onDialog({ kind: 'muteAll' })}>
        {t('hosting.muteAll')}
      </Button>
    </footer>
  );
}

/** Shows what was asked for until the room says how it is. */
function LockSwitch({ conference }: Pick<PersonContext, 'conference'>) {
  const [wanted, setWanted] = useState<boolean>();
  const lock = async (locked: boolean) => {
    setWanted(locked);
    try {
      await conference.hosting.setLocked(locked);
    } finally {
      setWanted(undefined);
    }
  };
  return (
    <span class="grow row">
      <label class="row small lock">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          aria-label={t('hosting.lockRoom')}
          checked={wanted ?? conference.roomSettings.value.locked}
          onChange={({ currentTarget }) => void lock(currentTarget.checked)}
        />
        {t('hosting.lockRoom')}
      </label>
    </span>
  );
}
