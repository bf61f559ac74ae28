import { log } from '../../log';
import { mayHaveRecordings } from './noticed';

/** Offers what was recorded and not saved, if there may be such a thing. Fetches nothing else. */
export async function lookForRecordings(): Promise<void> {
  if (!mayHaveRecordings()) {
    return;
  }
  try {
    await (await import('./offerLeftRecordings')).offerLeftRecordings();
  } catch (cause) {
    log.warn('Recordings cannot be looked for.', cause);
  }
}
