import { t } from '../../../i18n';
import type { ConferenceModel, ParticipantModel } from '../../../state/model';
import { Icon } from '../../../ui/Icon';
import { Spinner } from '../../../ui/Spinner';

interface Props {
  readonly conference: ConferenceModel;
}

/** What the connection to the server is like, when it is not as it should be. The region is always there, so that it is heard. */
export function ConnectionBanner({ conference }: Props) {
  return (
    <div class="banner-place" role="status">
      <Banner conference={conference} />
    </div>
  );
}

function Banner({ conference }: Props) {
  switch (conference.serverLink.value) {
    case 'connecting':
    case 'online':
      return null;
    case 'reconnecting':
      return <Reconnecting />;
    case 'away':
      return <Away isCut={isCut(conference.participants.value)} />;
    case 'back':
      return (
        <div class="banner back">
          <Icon name="check" />
          {t('call.backOnline')}
        </div>
      );
  }
}

function Reconnecting() {
  return (
    <div class="banner" data-testid="reconnecting">
      <Spinner />
      <span>
        <strong>{t('call.reconnecting')}</strong> {t('call.callContinues')}
      </span>
    </div>
  );
}

function Away({ isCut: cut }: { readonly isCut: boolean }) {
  return (
    <div class="banner" data-testid="reconnecting">
      <Spinner />
      <span>{cut ? t('call.connectionLost') : t('call.serverAway')}</span>
    </div>
  );
}

/** Nothing comes from anybody: it is this side's network, not the server. */
function isCut(participants: readonly ParticipantModel[]): boolean {
  const others = participants.filter(({ isLocal, info }) => !isLocal && !info.chatOnly);
  return others.length > 0 && others.every(({ tileState }) => tileState !== 'connected');
}
