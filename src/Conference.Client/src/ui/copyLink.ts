import { t } from '../i18n';
import { toast } from './toast';

/** Copies a room's link and says so. */
export async function copyLink(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    toast(t('common.linkCopied'));
  } catch {
    toast(t('common.linkNotCopied', { link }));
  }
}
