import { ownRecording as german } from './de/ownRecording';
import { ownRecording as english } from './en/ownRecording';
import { phrasesApart } from './phrasesApart';

/** What is said about the own recording: most visits never make one. */
export const sayOfOwnRecording = phrasesApart(english, german);
