import { t } from '../../i18n';
import { Select, SettingRow } from '../../ui';

const offered = [0, 1, 7, 30, 90, 365] as const;

function optionLabel(days: number): string {
  if (days === 0) {
    return t('roomSettings.keepForever');
  }
  return days === 365 ? t('roomSettings.keepYear') : t('roomSettings.keepDays', { count: days });
}

interface Props {
  readonly days: number;
  /** Always offered too: another program may have set any number. */
  readonly savedDays: number;
  readonly onChange: (days: number) => void;
}

/** How long messages stay. */
export function KeepSetting({ days, savedDays, onChange }: Props) {
  const choices = [...new Set<number>([...offered, savedDays])].sort((one, other) => one - other);
  return (
    <SettingRow label={t('roomSettings.keep')} description={t('roomSettings.keepHelp')}>
      <Select
        value={String(days)}
        options={choices.map((choice) => ({ value: String(choice), label: optionLabel(choice) }))}
        onChange={(value) => onChange(Number(value))}
      />
    </SettingRow>
  );
}
