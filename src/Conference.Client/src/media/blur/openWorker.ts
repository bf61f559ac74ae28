import { workerOpener } from '../ownWorker';
import workerUrl from './blurWorker?worker&url';

const open = workerOpener('conference-blur', [workerUrl]);

export const openWorker = (): Worker => open(workerUrl);
