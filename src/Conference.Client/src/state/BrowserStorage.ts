import { log } from '../log';

/** Reads and writes JSON; a full, blocked or damaged storage is as an empty one, because nothing kept there is worth failing for. */
export class BrowserStorage {
  constructor(private readonly storage: () => Storage) {}

  read(key: string): unknown {
    try {
      return JSON.parse(this.storage().getItem(key) ?? 'null');
    } catch (cause) {
      log.warn('A stored value cannot be read and counts as absent.', cause);
      return null;
    }
  }

  write(key: string, value: unknown): void {
    try {
      this.storage().setItem(key, JSON.stringify(value));
    } catch (cause) {
      log.warn('A value cannot be stored; it lives until the page closes.', cause);
    }
  }

  remove(key: string): void {
    try {
      this.storage().removeItem(key);
    } catch (cause) {
      log.warn('A stored value cannot be removed.', cause);
    }
  }
}
