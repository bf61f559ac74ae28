import { useEffect } from 'preact/hooks';
import type { ConferenceModel, SettingsModel } from '../../state/model';
import { useDeviceNews } from '../devices/useDeviceNews';
import { JoinForm } from './JoinForm';
import { PreviewSection } from './PreviewSection';
import { useAudioOnly } from './useAudioOnly';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
}

export function PreJoinView({ conference, settings }: Props) {
  const { media } = conference;
  useEffect(() => void media.start(), [media]);
  const isAudioOnly = useAudioOnly(conference);
  useDeviceNews(conference);
  return (
    <main id="main" class="prejoin" tabIndex={-1}>
      <PreviewSection media={media} settings={settings} isAudioOnly={isAudioOnly} />
      <JoinForm conference={conference} />
    </main>
  );
}
