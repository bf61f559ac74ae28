import type { invite as english } from '../en/invite';
import type { Translation } from '../types';

export const invite: Translation<typeof english> = {
  invitePeople: 'Personen einladen',
  firstOneHere: 'Du bist als Erstes hier',
  shareTheLink: 'Teile den Link. Wer ihn hat, kann in jedem Browser beitreten.',
  email: 'E-Mail',
  calendar: 'Kalender',
  qrCode: 'QR-Code des Raumlinks',
  scanToJoin: 'Zum Beitreten mit dem Telefon scannen.',
  code: 'Code',
  emailSubject: 'Einladung: „{title}“',
  emailSubjectUntitled: 'Einladung zu einem Anruf',
  emailBody: 'Beitreten in jedem Browser:\n{link}',
};
