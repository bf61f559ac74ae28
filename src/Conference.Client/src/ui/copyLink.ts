import { t } from '../i18n';
import { copyText } from './copyText';

/** Copies a room's link and says so; whoever may not copy can read it. */
export const copyLink = (link: string): Promise<void> =>
  copyText(link, t('common.linkCopied'), t('common.linkNotCopied', { link }));
