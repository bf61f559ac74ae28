import { t } from '../../i18n';

/** Opens the mail program with an invitation; whom it goes to is chosen there. */
export function mailLink(title: string, link: string): string {
  const subject =
    title === '' ? t('invite.emailSubjectUntitled') : t('invite.emailSubject', { title });
  const body = t('invite.emailBody', { link });
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
