import { t } from '../../../i18n';
import type { DeviceKind, LocalMediaModel, SettingsModel } from '../../../state/model';
import { LevelMeter } from '../../../ui/LevelMeter';
import type { MenuChoice, MenuItem } from '../../../ui/MenuItems';

/** The menu beside the microphone button: microphones, speakers and how they sound. */
export function microphoneItems(
  media: LocalMediaModel,
  onSettings: () => void,
): readonly MenuItem[] {
  const { noiseSuppression } = media.effects.value;
  return [
    {
      kind: 'group',
      label: t('common.microphone'),
      items: choices(media, 'microphone'),
      after: emptyNote(media, 'microphone') || (
        <div class="menu-meter">
          <LevelMeter label={t('common.microphoneLevel')} level={media.level} decorative />
        </div>
      ),
    },
    { kind: 'separator' },
    {
      kind: 'group',
      label: t('common.speaker'),
      items: [
        ...(media.canSelectSpeaker ? choices(media, 'speaker') : []),
        {
          label: t('common.playTestSound'),
          icon: 'speaker',
          onSelect: () => void media.playTestSound(),
        },
      ],
    },
    { kind: 'separator' },
    {
      kind: 'checkbox',
      label: t('common.noiseSuppression'),
      checked: noiseSuppression,
      onSelect: () => media.setEffect('noiseSuppression', !noiseSuppression),
    },
    { label: t('call.audioSettings'), icon: 'gear', onSelect: onSettings },
  ];
}

/** The menu beside the camera button. */
export function cameraItems(
  media: LocalMediaModel,
  settings: SettingsModel,
  onSettings: () => void,
): readonly MenuItem[] {
  const { mirrorVideo } = settings.settings.value;
  return [
    {
      kind: 'group',
      label: t('common.camera'),
      items: choices(media, 'camera'),
      after: emptyNote(media, 'camera'),
    },
    { kind: 'separator' },
    blurItem(media),
    {
      kind: 'checkbox',
      label: t('call.mirrorMyVideo'),
      checked: mirrorVideo,
      onSelect: () => settings.update({ mirrorVideo: !mirrorVideo }),
    },
    { label: t('call.videoSettings'), icon: 'gear', onSelect: onSettings },
  ];
}

export function blurItem(media: LocalMediaModel): MenuChoice {
  const { blur } = media.effects.value;
  return {
    kind: 'checkbox',
    label: t('common.blurBackground'),
    icon: 'blur',
    checked: blur,
    onSelect: () => media.setEffect('blur', !blur),
  };
}

/** Phones have one camera for each side; the next one follows the one in use. */
export function switchCameraItem(media: LocalMediaModel): MenuItem | undefined {
  const cameras = media.devices.value.camera;
  const present = cameras.findIndex(({ id }) => id === media.selected.value.camera);
  const next = cameras[(present + 1) % cameras.length];
  return cameras.length > 1 && next
    ? {
        label: t('call.switchCamera'),
        icon: 'flip',
        onSelect: () => void media.select('camera', next.id),
      }
    : undefined;
}

function choices(media: LocalMediaModel, kind: DeviceKind): readonly MenuChoice[] {
  const devices = media.devices.value[kind];
  // Until somebody chooses, the browser takes the first one of its list.
  const selected = media.selected.value[kind] ?? devices[0]?.id;
  return devices.map(({ id, label }) => ({
    kind: 'radio',
    label,
    checked: id === selected,
    onSelect: () => void media.select(kind, id),
  }));
}

/** Stands in for the choices where there is nothing to choose. */
function emptyNote(media: LocalMediaModel, kind: 'microphone' | 'camera') {
  const phrase = kind === 'microphone' ? 'common.noMicrophone' : 'common.noCamera';
  return media.devices.value[kind].length === 0 && <p class="menu-note">{t(phrase)}</p>;
}
