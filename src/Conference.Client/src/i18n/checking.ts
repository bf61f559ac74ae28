import { checking as german } from './de/checking';
import { checking as english } from './en/checking';
import { phrasesApart } from './phrasesApart';

/** What the connection check says: most visits never run it. */
export const sayOfChecking = phrasesApart(english, german);
