import { t } from '../../i18n';
import type { LocalMediaModel } from '../../state/model';
import { Button, LevelMeter } from '../../ui';
import { DeviceSelect } from './DeviceSelect';

/** Which devices to come in with, and whether they work. */
export function DeviceRow({ media }: { readonly media: LocalMediaModel }) {
  return (
    <div class="devices">
      <div>
        <DeviceSelect media={media} kind="microphone" />
        <LevelMeter label={t('common.microphoneLevel')} level={media.level} />
      </div>
      <div>
        <DeviceSelect media={media} kind="camera" />
      </div>
      <div>
        {media.canSelectSpeaker && <DeviceSelect media={media} kind="speaker" />}
        <Button
          variant="quiet"
          size="small"
          icon="speaker"
          class="test-sound"
          onClick={() => void media.playTestSound()}
        >
          {t('common.playTestSound')}
        </Button>
      </div>
    </div>
  );
}
