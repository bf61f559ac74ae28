import type { left as english } from '../en/left';
import type { Translation } from '../types';

export const left: Translation<typeof english> = {
  youLeft: 'Sie haben {title} verlassen',
  goesOn: 'Der Anruf geht ohne Sie weiter. Der Chat bleibt im Raum.',
  ended: 'Der Chat bleibt im Raum.',
  rejoin: 'Wieder beitreten',
  readHistory: 'Verlauf lesen',
};
