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

const empties = {
  microphone: 'common.noMicrophone',
  camera: 'common.noCamera',
  speaker: 'common.defaultSpeaker',
} as const;

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
      options={choices.map(({ id, label }) => ({ value: id, label }))}
      value={media.selected.value[kind]}
      empty={t(empties[kind])}
      onChange={(id) => void media.select(kind, id)}
    />
  );
}
