import type { ComponentChildren } from 'preact';
import { t } from '../i18n';
import { buttonClass, Icon, IconButton, Link } from '../ui';
import { BrandMark } from '../ui/BrandMark';

interface Props {
  readonly account?: ComponentChildren;
  readonly onSettings: () => void;
}

export function PageHeader({ account, onSettings }: Props) {
  return (
    <header class="nav">
      <div class="grow">
        <Link class="brand" href="/">
          <BrandMark />
          <span>{t('common.product')}</span>
        </Link>
      </div>
      <Link
        class={buttonClass({ variant: 'quiet' }, 'check-link')}
        href="/check"
        aria-label={t('check.title')}
      >
        <Icon name="bolt" />
        <span class="check-word">{t('check.title')}</span>
      </Link>
      {account}
      <IconButton icon="gear" label={t('common.settings')} onClick={onSettings} />
    </header>
  );
}
