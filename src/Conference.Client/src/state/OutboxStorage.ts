import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { log } from '../log';

export interface OutboxEntry {
  /** The message id: random 128 bits. */
  readonly id: string;
  readonly room: string;
  readonly text: string;
  readonly createdAt: number;
  readonly failed: boolean;
}

interface OutboxSchema extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { room: string } };
}

/** Keeps unsent messages over a reload. Without IndexedDB they live until the page closes. */
export class OutboxStorage {
  private database: Promise<IDBPDatabase<OutboxSchema> | undefined> | undefined;

  async read(room: string): Promise<readonly OutboxEntry[]> {
    const entries = await this.use((database) => database.getAllFromIndex('outbox', 'room', room));
    return (entries ?? []).sort((one, other) => one.createdAt - other.createdAt);
  }

  async put(entry: OutboxEntry): Promise<void> {
    await this.use((database) => database.put('outbox', entry));
  }

  async remove(id: string): Promise<void> {
    await this.use((database) => database.delete('outbox', id));
  }

  /** A disk that is full or a store that was closed must not keep a message from being sent. */
  private async use<Result>(
    work: (database: IDBPDatabase<OutboxSchema>) => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      const database = await this.open();
      return database && (await work(database));
    } catch (cause) {
      log.warn('The store of unsent messages refused.', cause);
      return undefined;
    }
  }

  private open(): Promise<IDBPDatabase<OutboxSchema> | undefined> {
    this.database ??= openDB<OutboxSchema>('conference', 1, {
      upgrade: (database) => {
        database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('room', 'room');
      },
    }).catch((cause: unknown) => {
      log.warn('Unsent messages cannot be kept over a reload.', cause);
      return undefined;
    });
    return this.database;
  }
}
