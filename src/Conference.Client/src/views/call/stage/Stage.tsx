import type { ComponentChildren } from 'preact';
import { useEachFrame } from '../../../hooks';
import { t } from '../../../i18n';
import type { SettingsModel } from '../../../state/model';
import { InviteCard } from '../../invite/InviteCard';
import type { PersonContext } from '../../people/personItems';
import { EmptyRoom } from './EmptyRoom';
import { TileArea } from './TileArea';
import { tilesOf } from './tilesOf';

interface Props {
  readonly people: PersonContext;
  readonly settings: SettingsModel;
  /** Opens the roster, for who has no place on the stage. */
  readonly onPeople: () => void;
  /** Banners over the tiles. */
  readonly children: ComponentChildren;
}

export function Stage({ people, settings, onPeople, children }: Props) {
  const { conference } = people;
  const participants = useEachFrame(conference.participants);
  const { mirrorVideo } = settings.settings.value;
  const isAlone = participants.every(({ isLocal, screen }) => isLocal && !screen);
  return (
    <main id="main" class="stage" aria-label={t('call.stage')} tabIndex={-1}>
      {isAlone ? (
        <EmptyRoom own={tilesOf(participants)[0]} mirrorOwn={mirrorVideo}>
          <InviteCard conference={conference} />
        </EmptyRoom>
      ) : (
        <TileArea
          tiles={tilesOf(participants)}
          mirrorOwn={mirrorVideo}
          spotlightId={conference.spotlightId.value}
          people={conference.isHost.value ? people : undefined}
          onPeople={onPeople}
        />
      )}
      {children}
    </main>
  );
}
