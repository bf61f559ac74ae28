import { t } from '../../i18n';
import type { LocalMediaModel, SettingsModel } from '../../state/model';
import { DeviceRow } from './DeviceRow';
import { Preview } from './Preview';
import { hasNoDevices, problemsOf } from './problems';

interface Props {
  readonly media: LocalMediaModel;
  readonly settings: SettingsModel;
  readonly isAudioOnly: boolean;
}

/** The own picture and the devices, before the call and in the lobby. */
export const PreviewSection = ({ media, settings, isAudioOnly }: Props) => (
  <section aria-label={t('prejoin.preview')}>
    <Preview media={media} settings={settings} isAudioOnly={isAudioOnly} />
    {!hasNoDevices(problemsOf(media)) && <DeviceRow media={media} />}
  </section>
);
