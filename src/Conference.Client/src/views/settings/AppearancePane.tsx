import { reducedMotion } from '../../hooks';
import { t } from '../../i18n';
import type { Settings, SettingsModel } from '../../state/model';
import { Select, SettingRow, Switch } from '../../ui';
import { SegmentedRow } from './SegmentedRow';

export function AppearancePane({ settings }: { readonly settings: SettingsModel }) {
  const { sounds, announceMessages } = settings.settings.value;
  return (
    <>
      <ThemeChoice settings={settings} />
      <LanguageChoice settings={settings} />
      <Switch
        label={t('settings.sounds')}
        description={t('settings.soundsHelp')}
        checked={sounds}
        onChange={(checked) => settings.update({ sounds: checked })}
      />
      <Switch
        label={t('settings.announce')}
        description={t('settings.announceHelp')}
        checked={announceMessages}
        onChange={(checked) => settings.update({ announceMessages: checked })}
      />
      <Switch
        label={t('settings.reduceMotion')}
        description={t('settings.reduceMotionHelp')}
        checked={reducedMotion.value}
        onChange={(checked) => settings.update({ reduceMotion: checked })}
      />
    </>
  );
}

const ThemeChoice = ({ settings }: { readonly settings: SettingsModel }) => (
  <SegmentedRow
    label={t('settings.theme')}
    value={settings.settings.value.theme}
    onChange={(theme) => settings.update({ theme })}
    segments={[
      { value: 'system', label: t('settings.system') },
      { value: 'light', label: t('settings.light'), icon: 'sun' },
      { value: 'dark', label: t('settings.dark'), icon: 'moon' },
    ]}
  />
);

// Each language calls itself by its own name, so that whoever landed in the wrong one finds the way back.
const ownNames = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];

const LanguageChoice = ({ settings }: { readonly settings: SettingsModel }) => (
  <SettingRow label={t('settings.language')}>
    <Select
      icon="globe"
      value={settings.settings.value.language}
      onChange={(language) => settings.update({ language: language as Settings['language'] })}
      options={[{ value: 'system', label: t('settings.languageOfBrowser') }, ...ownNames]}
    />
  </SettingRow>
);
