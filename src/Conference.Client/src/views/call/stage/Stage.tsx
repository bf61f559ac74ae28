import type { ComponentChildren } from 'preact';
import { useEachFrame } from '../../../hooks';
import { t } from '../../../i18n';
import type { SettingsModel } from '../../../state/model';
import { InviteCard } from '../../invite/InviteCard';
import type { PersonContext } from '../../people/personItems';
import type { PanelName } from '../panel/panelName';
import { EmptyRoom } from './EmptyRoom';
import type { Scenery } from '../../../state/Scenery';
import { TileArea } from './TileArea';
import type { TileReport } from './TileReport';

interface Props {
  readonly people: PersonContext;
  readonly settings: SettingsModel;
  readonly scenery: Scenery;
  readonly report: TileReport;
  readonly panel: PanelName | undefined;
  /** Opens the roster, for who has no place on the stage. */
  readonly onPeople: () => void;
  /** Banners over the tiles. */
  readonly children: ComponentChildren;
}

export function Stage(props: Props) {
  const { people, settings, scenery, report, panel, onPeople, children } = props;
  const { conference } = people;
  const participants = useEachFrame(conference.participants);
  const scene = scenery.sceneOf(participants);
  const { mirrorVideo } = settings.settings.value;
  const isAlone = participants.every(({ isLocal, screen }) => isLocal && !screen);
  return (
    <main id="main" class="stage" aria-label={t('call.stage')} tabIndex={-1}>
      {isAlone ? (
        <EmptyRoom own={scene.tiles[0]?.participant} mirrorOwn={mirrorVideo}>
          <InviteCard conference={conference} />
        </EmptyRoom>
      ) : (
        <TileArea
          scene={scene}
          mirrorOwn={mirrorVideo}
          spotlightId={conference.spotlightId.value}
          people={people}
          report={report}
          panel={panel}
          onPeople={onPeople}
        />
      )}
      {children}
    </main>
  );
}
