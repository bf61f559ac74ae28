import type { left as english } from '../en/left';
import type { Translation } from '../types';

export const left: Translation<typeof english> = {
  youLeft: 'Sie haben {title} verlassen',
  goesOn: 'Der Anruf geht ohne Sie weiter. Der Chat bleibt im Raum.',
  ended: 'Der Chat bleibt im Raum.',
  rejoin: 'Wieder beitreten',
  readHistory: 'Verlauf lesen',
  callEnded: 'Der Anruf ist beendet',
  endedByHost: 'Ein Gastgeber hat ihn für alle beendet. Der Chat bleibt im Raum.',
  roomDeleted: 'Ein Gastgeber hat den Raum mit seinem Chat gelöscht.',
};
