import { recording as german } from './de/recording';
import { recording as english } from './en/recording';
import { phrasesApart } from './phrasesApart';

/** What everybody in a call reads about recordings. */
export const sayOfRecording = phrasesApart(english, german);
