import { workerOpener } from '../ownWorker';
import finishUrl from './finishWorker?worker&url';
import writeUrl from './writeWorker?worker&url';

const open = workerOpener('conference-record', [writeUrl, finishUrl]);

/** Writes what is recorded. */
export const openWriteWorker = (): Worker => open(writeUrl);

/** Makes a file of it that can be searched. */
export const openFinishWorker = (): Worker => open(finishUrl);
