import type { ownRecording as english } from '../en/ownRecording';
import type { Translation } from '../types';

export const ownRecording: Translation<typeof english> = {
  unsupported: 'Dieser Browser kann nicht aufzeichnen.',
  noSpace:
    'Auf diesem Gerät ist zu wenig Platz, um aufzuzeichnen. Es müssen mindestens 500 MB frei sein.',
  kept: 'Gastgeber entscheiden, wer aufzeichnen darf.',
  notStarted: 'Die Aufzeichnung konnte nicht beginnen. In einem Moment noch einmal versuchen.',
  scarce: 'Es sind weniger als 500 MB frei. Bei 100 MB endet die Aufzeichnung.',
  full: 'Der Platz auf diesem Gerät ist aufgebraucht. Die Aufzeichnung wurde beendet.',
  failed: 'Beim Aufzeichnen ist etwas schiefgegangen. Was bis jetzt da ist, wird gespeichert.',
  ended: 'Die Aufzeichnung ist beendet und wird gespeichert.',
  saved: 'Aufzeichnung gespeichert: {file}',
  notSaved:
    'Die Aufzeichnung konnte nicht gespeichert werden. Beim nächsten Besuch wird sie wieder angeboten.',
  left: 'Eine Aufzeichnung wurde nicht gespeichert.',
  save: 'Speichern',
  delete: 'Löschen',
};
