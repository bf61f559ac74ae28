import { t } from '../i18n';
import { IconButton, Link } from '../ui';
import { BrandMark } from '../ui/BrandMark';

export function PageHeader({ onSettings }: { readonly onSettings: () => void }) {
  return (
    <header class="nav">
      <div class="grow">
        <Link class="brand" href="/">
          <BrandMark />
          <span>{t('common.product')}</span>
        </Link>
      </div>
      <IconButton icon="gear" label={t('common.settings')} onClick={onSettings} />
    </header>
  );
}
