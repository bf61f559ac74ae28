import { useState } from 'preact/hooks';
import { useNow } from '../../hooks';
import { formatDuration, t } from '../../i18n';
import type { ConferenceModel, LobbyModel, SettingsModel } from '../../state/model';
import { Button, firstNameOf, Spinner } from '../../ui';
import { classNames } from '../../ui/classNames';
import { useDeviceNews } from '../devices/useDeviceNews';
import { PreviewSection } from './PreviewSection';
import { useAudioOnly } from './useAudioOnly';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly lobby: LobbyModel;
}

/** The lobby: one knows that one waits, and can still see to the devices. */
export function WaitingView({ conference, settings, lobby }: Props) {
  const [leaving, setLeaving] = useState(false);
  const { chatOnly, media } = conference;
  const isAudioOnly = useAudioOnly(conference);
  useDeviceNews(conference);
  const leave = async () => {
    setLeaving(true);
    try {
      await conference.leaveLobby();
    } finally {
      setLeaving(false);
    }
  };
  return (
    <main id="main" class={classNames('prejoin', chatOnly.value && 'alone-box')} tabIndex={-1}>
      {!chatOnly.value && <PreviewSection {...{ media, settings, isAudioOnly }} />}
      <section class="joinbox" aria-labelledby="room-title">
        <div role="status">
          <h1 id="room-title">{t('prejoin.inTheLobby')}</h1>
          <p class="muted under-title">{explanation(lobby)}</p>
        </div>
        <Waiting since={lobby.since} />
        {lobby.message && <HostMessage text={lobby.message} />}
        <Button variant="outline" wide busy={leaving} onClick={() => void leave()}>
          {t('prejoin.leaveLobby')}
        </Button>
      </section>
    </main>
  );
}

function explanation({ title, name, hostPresent }: LobbyModel): string {
  const values = { room: title || t('common.untitledRoom'), name: firstNameOf(name) };
  return hostPresent ? t('prejoin.hostsKnow', values) : t('prejoin.noHostHere', values);
}

/** The time stands beside the status: it would be read out every second inside it. */
function Waiting({ since }: { readonly since: number }) {
  const now = useNow(1_000);
  const words = t('prejoin.waitingForHost');
  return (
    <div class="note">
      <Spinner />
      <p>
        <span role="status" aria-label={words}>
          {words}
        </span>
        <br />
        <time class="tiny num" role="timer" aria-label={t('prejoin.waitingSince')}>
          {formatDuration((now - since) / 1_000)}
        </time>
      </p>
    </div>
  );
}

const HostMessage = ({ text }: { readonly text: string }) => (
  <div class="note" role="status">
    <p class="host-message">
      <strong>{t('prejoin.messageFromHost')}</strong>
      <br />
      {text}
    </p>
  </div>
);
