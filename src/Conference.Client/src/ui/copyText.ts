import { t } from '../i18n';
import { toast } from './toast';

/** Copies a text and says so. */
export async function copyText(
  text: string,
  done: string,
  failed = t('common.notCopied'),
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    toast(failed);
  }
}
