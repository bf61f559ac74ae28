import type { ComponentChildren } from 'preact';
import { t } from '../../../i18n';
import type { ConferenceModel, SettingsModel } from '../../../state/model';
import { InviteCard } from '../../invite/InviteCard';
import { EmptyRoom } from './EmptyRoom';
import { TileArea } from './TileArea';
import { tilesOf } from './tilesOf';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  /** Banners over the tiles. */
  readonly children: ComponentChildren;
}

export function Stage({ conference, settings, children }: Props) {
  const participants = conference.participants.value;
  const { mirrorVideo } = settings.settings.value;
  const isAlone = participants.every(({ isLocal }) => isLocal);
  return (
    <main id="main" class="stage" aria-label={t('call.stage')} tabIndex={-1}>
      {isAlone ? (
        <EmptyRoom own={tilesOf(participants)[0]} mirrorOwn={mirrorVideo}>
          <InviteCard conference={conference} />
        </EmptyRoom>
      ) : (
        <TileArea tiles={tilesOf(participants)} mirrorOwn={mirrorVideo} />
      )}
      {children}
    </main>
  );
}
