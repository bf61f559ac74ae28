import type { invite as english } from '../en/invite';
import type { Translation } from '../types';

export const invite: Translation<typeof english> = {
  invitePeople: 'Personen einladen',
  firstOneHere: 'Sie sind als Erstes hier',
  shareTheLink: 'Teilen Sie den Link. Wer ihn hat, kann mit jedem Browser beitreten.',
  email: 'E-Mail',
  calendar: 'Kalender',
  qrCode: 'QR-Code des Raumlinks',
  scanToJoin: 'Zum Beitreten mit dem Telefon scannen.',
  code: 'Code',
  emailSubject: 'Einladung: „{title}“',
  emailSubjectUntitled: 'Einladung zu einem Anruf',
  emailBody: 'Beitreten in jedem Browser:\n{link}',
};
