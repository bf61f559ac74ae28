import type { left as english } from '../en/left';
import type { Translation } from '../types';

export const left: Translation<typeof english> = {
  youLeft: '{title} verlassen',
  goesOn: 'Der Anruf läuft weiter. Der Chat bleibt im Raum.',
  ended: 'Der Chat bleibt im Raum.',
  rejoin: 'Wieder beitreten',
  readHistory: 'Verlauf lesen',
};
