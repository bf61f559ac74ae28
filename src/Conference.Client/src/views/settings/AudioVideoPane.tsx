import { t } from '../../i18n';
import type { LocalMediaModel, SettingsModel } from '../../state/model';
import { Field, Icon, LevelMeter, Switch, VideoPicture } from '../../ui';
import { classNames } from '../../ui/classNames';
import { DeviceSelect } from '../prejoin/DeviceSelect';

interface Props {
  readonly settings: SettingsModel;
  readonly media: LocalMediaModel | undefined;
}

export function AudioVideoPane({ settings, media }: Props) {
  const { mirrorVideo } = settings.settings.value;
  const effects = effectsOf({ settings, media });
  return (
    <>
      {media && <Devices media={media} mirrored={mirrorVideo} />}
      <Switch
        label={t('common.blurBackground')}
        description={t('settings.blurHelp')}
        checked={effects.blur}
        onChange={effects.setBlur}
      />
      <Switch
        label={t('common.noiseSuppression')}
        description={t('settings.noiseHelp')}
        checked={effects.noiseSuppression}
        onChange={effects.setNoiseSuppression}
      />
      {media?.selected.value.microphone !== undefined && <SoundSwitches media={media} />}
      <Switch
        label={t('settings.mirror')}
        description={t('settings.mirrorHelp')}
        checked={mirrorVideo}
        onChange={(checked) => settings.update({ mirrorVideo: checked })}
      />
    </>
  );
}

/** Where there are devices, what is in effect; elsewhere what was set. */
function effectsOf({ settings, media }: Props) {
  const { blurBackground, noiseSuppression } = settings.settings.value;
  return media
    ? {
        ...media.effects.value,
        setBlur: (wanted: boolean) => media.setEffect('blur', wanted),
        setNoiseSuppression: (wanted: boolean) => media.setEffect('noiseSuppression', wanted),
      }
    : {
        blur: blurBackground,
        noiseSuppression,
        setBlur: (wanted: boolean) => settings.update({ blurBackground: wanted }),
        setNoiseSuppression: (wanted: boolean) => settings.update({ noiseSuppression: wanted }),
      };
}

/** Of the microphone in use: each one keeps its own. */
function SoundSwitches({ media }: { readonly media: LocalMediaModel }) {
  const { echoCancellation, noiseSuppression, autoGainControl } = media.sound.value;
  return (
    <>
      <Switch
        label={t('settings.echo')}
        description={t('settings.echoHelp')}
        checked={echoCancellation}
        onChange={(checked) => media.setSound({ echoCancellation: checked })}
      />
      <Switch
        label={t('settings.lightNoise')}
        description={t('settings.lightNoiseHelp')}
        checked={noiseSuppression}
        onChange={(checked) => media.setSound({ noiseSuppression: checked })}
      />
      <Switch
        label={t('settings.gain')}
        description={t('settings.gainHelp')}
        checked={autoGainControl}
        onChange={(checked) => media.setSound({ autoGainControl: checked })}
      />
    </>
  );
}

function Devices({
  media,
  mirrored,
}: {
  readonly media: LocalMediaModel;
  readonly mirrored: boolean;
}) {
  return (
    <div class="device-grid">
      <div class="stack">
        <Field label={t('common.microphone')}>
          <DeviceSelect media={media} kind="microphone" />
        </Field>
        <LevelMeter label={t('common.microphoneLevel')} level={media.level} />
        {media.canSelectSpeaker && (
          <Field label={t('common.speaker')}>
            <DeviceSelect media={media} kind="speaker" />
          </Field>
        )}
      </div>
      <div class="stack">
        <Field label={t('common.camera')}>
          <DeviceSelect media={media} kind="camera" />
        </Field>
        <SmallPreview stream={media.cameraStream.value} mirrored={mirrored} />
      </div>
    </div>
  );
}

interface PreviewProps {
  readonly stream: MediaStream | undefined;
  readonly mirrored: boolean;
}

const SmallPreview = ({ stream, mirrored }: PreviewProps) => (
  <div class="preview">
    {stream ? (
      <div class={classNames('tile', mirrored && 'mirror')}>
        <VideoPicture stream={stream} />
      </div>
    ) : (
      <div class="blank">
        <Icon name="cam-off" size={24} />
        <p>{t('common.cameraIsOff')}</p>
      </div>
    )}
  </div>
);
