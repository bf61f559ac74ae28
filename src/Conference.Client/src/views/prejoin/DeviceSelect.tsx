import { t } from '../../i18n';
import type { DeviceKind, LocalMediaModel } from '../../state/model';
import { Select, type IconName } from '../../ui';

const icons: Readonly<Record<DeviceKind, IconName>> = {
  microphone: 'mic',
  camera: 'cam',
  speaker: 'speaker',
};

const names = {
  microphone: 'common.microphone',
  camera: 'common.camera',
  speaker: 'common.speaker',
} as const;

// Browsers keep the names of devices to themselves until one is allowed.
const unnamed = { ...names, speaker: 'common.defaultSpeaker' } as const;

interface Props {
  readonly media: LocalMediaModel;
  readonly kind: DeviceKind;
}

export function DeviceSelect({ media, kind }: Props) {
  const choices = media.devices.value[kind];
  return (
    <Select
      label={t(names[kind])}
      icon={icons[kind]}
      options={choices.map(({ id, label }) => ({ value: id, label: label || t(unnamed[kind]) }))}
      value={media.selected.value[kind]}
      empty={emptyText(media, kind)}
      onChange={(id) => void media.select(kind, id)}
    />
  );
}

// Nothing is listed before the browser has asked: only a device that was looked for is missing.
function emptyText(
  { cameraProblem, microphoneProblem }: LocalMediaModel,
  kind: DeviceKind,
): string {
  if (kind === 'camera' && cameraProblem.value === 'notFound') {
    return t('common.noCamera');
  }
  if (kind === 'microphone' && microphoneProblem.value === 'notFound') {
    return t('common.noMicrophone');
  }
  return t(unnamed[kind]);
}
