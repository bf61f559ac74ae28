import { formatNumber, t } from '../../i18n';
import { uploadLimits } from '../../state/SettingsStore';
import type { SettingsModel } from '../../state/model';
import { Icon, Segmented, Select, Switch } from '../../ui';

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

function SendingChoice({ settings }: { readonly settings: SettingsModel }) {
  return (
    <div class="setting choice">
      <span class="grow setting-name" aria-hidden="true">
        {t('settings.sendingVideo')}
      </span>
      <Segmented
        label={t('settings.sendingVideo')}
        value={settings.settings.value.sendingVideo}
        onChange={(sendingVideo) => settings.update({ sendingVideo })}
        segments={[
          { value: 'auto', label: t('settings.auto') },
          { value: 'saver', label: t('settings.saver') },
          { value: 'audioOnly', label: t('settings.audioOnly') },
        ]}
      />
    </div>
  );
}

function UploadLimit({ settings }: { readonly settings: SettingsModel }) {
  return (
    <div class="setting choice">
      <span class="grow setting-name" aria-hidden="true">
        {t('settings.uploadLimit')}
        <span>{t('settings.uploadLimitHelp')}</span>
      </span>
      <div class="setting-select">
        <Select
          label={t('settings.uploadLimit')}
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
      </div>
    </div>
  );
}
