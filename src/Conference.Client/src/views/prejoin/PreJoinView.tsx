import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import type { ConferenceModel, SettingsModel } from '../../state/model';
import { DeviceRow } from './DeviceRow';
import { JoinForm } from './JoinForm';
import { Preview } from './Preview';
import { hasNoDevices, problemsOf } from './problems';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
}

export function PreJoinView({ conference, settings }: Props) {
  const { media } = conference;
  useEffect(() => void media.start(), [media]);
  return (
    <main id="main" class="prejoin" tabIndex={-1}>
      <section aria-label={t('prejoin.preview')}>
        <Preview media={media} mirrored={settings.settings.value.mirrorVideo} />
        {!hasNoDevices(problemsOf(media)) && <DeviceRow media={media} />}
      </section>
      <JoinForm conference={conference} />
    </main>
  );
}
