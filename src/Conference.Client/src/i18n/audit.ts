import { audit as german } from './de/audit';
import { audit as english } from './en/audit';
import { phrasesApart } from './phrasesApart';

/** What hosts read of each other's deeds. */
export const sayOfDeed = phrasesApart(english, german);
