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
    const database = await this.open();
    const entries = (await database?.getAllFromIndex('outbox', 'room', room)) ?? [];
    return entries.sort((one, other) => one.createdAt - other.createdAt);
  }

  async put(entry: OutboxEntry): Promise<void> {
    await (await this.open())?.put('outbox', entry);
  }

  async remove(id: string): Promise<void> {
    await (await this.open())?.delete('outbox', id);
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
