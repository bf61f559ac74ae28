import { useTitle } from '../hooks';
import { t } from '../i18n';
import type { SettingsModel } from '../state/model';
import { Frame } from './Frame';
import { check } from './views';

/** `/check` */
export function CheckPage({ settings }: { readonly settings: SettingsModel }) {
  useTitle(t('check.documentTitle'));
  return (
    <Frame settings={settings}>
      <check.View />
    </Frame>
  );
}
