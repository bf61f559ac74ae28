import { BrowserStorage } from '../../state/BrowserStorage';

const key = 'conference:recordings';
const storage = new BrowserStorage(() => localStorage);

/** Whether this browser may have recordings that were not saved: it is looked for them only then. */
export const mayHaveRecordings = (): boolean => storage.read(key) === true;

export function noteRecordings(areThere: boolean): void {
  if (areThere) {
    storage.write(key, true);
  } else {
    storage.remove(key);
  }
}
