import { formatNumber, t } from '../../i18n';
import { uploadLimits } from '../../state/SettingsStore';
import type { SettingsModel } from '../../state/model';
import { Icon, Select, SettingRow, Switch } from '../../ui';
import { SegmentedRow } from './SegmentedRow';

/** How much is sent and received. */
export function BandwidthPane({ settings }: { readonly settings: SettingsModel }) {
  return (
    <>
      <h3 class="pane-title">{t('settings.bandwidthSaver')}</h3>
      <SendingChoice settings={settings} />
      <Switch
        label={t('settings.receiveNoVideo')}
        description={t('settings.receiveNoVideoHelp')}
        checked={settings.settings.value.receiveNoVideo}
        onChange={(receiveNoVideo) => settings.update({ receiveNoVideo })}
      />
      <UploadLimit settings={settings} />
      <div class="note">
        <Icon name="info" />
        <p>{t('settings.bandwidthNote')}</p>
      </div>
    </>
  );
}

const SendingChoice = ({ settings }: { readonly settings: SettingsModel }) => (
  <SegmentedRow
    label={t('settings.sendingVideo')}
    value={settings.settings.value.sendingVideo}
    onChange={(sendingVideo) => settings.update({ sendingVideo })}
    segments={[
      { value: 'auto', label: t('settings.auto') },
      { value: 'saver', label: t('settings.saver') },
      { value: 'audioOnly', label: t('settings.audioOnly') },
    ]}
  />
);

const UploadLimit = ({ settings }: { readonly settings: SettingsModel }) => (
  <SettingRow label={t('settings.uploadLimit')} description={t('settings.uploadLimitHelp')}>
    <Select
      value={String(settings.settings.value.uploadLimit)}
      onChange={(limit) => settings.update({ uploadLimit: Number(limit) })}
      options={uploadLimits.map((limit) => ({
        value: String(limit),
        label:
          limit === 0
            ? t('settings.noLimit')
            : t('settings.megabits', { limit: formatNumber(limit) }),
      }))}
    />
  </SettingRow>
);
