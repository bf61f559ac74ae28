import { t } from '../../i18n';
import type { LocalMediaModel, SettingsModel } from '../../state/model';
import { isOn } from '../../state/wireMedia';
import { classNames, Icon, VideoPicture, type IconName } from '../../ui';
import { blockedTitles, problemsOf, type Devices } from './problems';

type PreviewState = 'on' | 'off' | 'starting' | 'denied';

function stateOf(media: LocalMediaModel, blocked: Devices | undefined): PreviewState {
  if (blocked && blocked !== 'microphone') {
    return 'denied';
  }
  if (media.cameraStream.value && media.camera.value === 'on') {
    return 'on';
  }
  return media.camera.value === 'starting' ? 'starting' : 'off';
}

interface Props {
  readonly media: LocalMediaModel;
  readonly settings: SettingsModel;
  readonly isAudioOnly: boolean;
}

/** The own picture, with the buttons that decide how one comes in. */
export function Preview({ media, settings, isAudioOnly }: Props) {
  const mirrored = settings.settings.value.mirrorVideo;
  const blocked = problemsOf(media).find(({ kind }) => kind === 'denied')?.devices;
  const state = stateOf(media, blocked);
  return (
    <div class="preview" data-testid="preview" data-state={state}>
      {state === 'on' && media.cameraStream.value && (
        <div class={classNames('tile', mirrored && 'mirror')}>
          <VideoPicture stream={media.cameraStream.value} />
        </div>
      )}
      {state === 'denied' && blocked && (
        <Blank title={t(blockedTitles[blocked])} text={t('prejoin.blockedHelp')} />
      )}
      {state === 'off' && <Blank title={isAudioOnly ? t('prejoin.audioOnly') : offTitle(media)} />}
      {state === 'starting' && <Blank title={t('prejoin.cameraStarting')} waiting />}
      <div class="ctls">
        <MicrophoneButton media={media} />
        {!isAudioOnly && <CameraButton media={media} />}
        {!isAudioOnly && <BlurButton media={media} />}
      </div>
    </div>
  );
}

const offTitle = (media: LocalMediaModel): string =>
  media.cameraProblem.value === 'notFound' ? t('common.noCamera') : t('common.cameraIsOff');

interface BlankProps {
  readonly title: string;
  readonly text?: string;
  readonly waiting?: boolean;
}

const Blank = ({ title, text, waiting }: BlankProps) => (
  <div class={classNames('blank', waiting && 'late')}>
    <span class="ico">
      <Icon name={waiting ? 'cam' : 'cam-off'} size={24} />
    </span>
    <h2>{title}</h2>
    {text && <p class="only-l">{text}</p>}
  </div>
);

function MicrophoneButton({ media }: { readonly media: LocalMediaModel }) {
  const state = media.microphone.value;
  if (state === 'none' || media.microphoneProblem.value) {
    return null;
  }
  const on = isOn(state);
  return (
    <PreviewButton
      isOn={on}
      icon={on ? 'mic' : 'mic-off'}
      label={on ? t('common.muteMicrophone') : t('common.unmuteMicrophone')}
      onClick={() => void media.setMicrophone(!on)}
    />
  );
}

function CameraButton({ media }: { readonly media: LocalMediaModel }) {
  const state = media.camera.value;
  if (state === 'none' || media.cameraProblem.value) {
    return null;
  }
  const on = isOn(state);
  return (
    <PreviewButton
      isOn={on}
      icon={on ? 'cam' : 'cam-off'}
      label={on ? t('common.turnCameraOff') : t('common.turnCameraOn')}
      onClick={() => void media.setCamera(!on)}
    />
  );
}

function BlurButton({ media }: Pick<Props, 'media'>) {
  const { blur } = media.effects.value;
  const label = t('common.blurBackground');
  return media.cameraProblem.value ? null : (
    <button
      type="button"
      class={classNames('ctl', blur && 'on')}
      aria-pressed={blur}
      aria-label={label}
      title={label}
      onClick={() => media.setEffect('blur', !blur)}
    >
      <Icon name="blur" />
    </button>
  );
}

interface PreviewButtonProps {
  readonly isOn: boolean;
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

const PreviewButton = ({ isOn: on, icon, label, onClick }: PreviewButtonProps) => (
  <button
    type="button"
    class={classNames('ctl', !on && 'off')}
    data-state={on ? 'on' : 'off'}
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
