import { t } from '../i18n';

/** First in the tab order. Moves focus by itself: the fragment of the address belongs to the history's messages. */
export const SkipLink = () => (
  <a
    class="skip"
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }}
  >
    {t('common.skipToContent')}
  </a>
);
