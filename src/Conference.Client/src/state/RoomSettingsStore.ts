import { signal } from '@preact/signals-core';
import type { FailureCode } from '../signaling/ConferenceError';
import type {
  AuditEntry,
  ChangeSettingsRequest,
  RoomSettingsInfo,
} from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import { failureOf } from './attempt';
import { hostLink } from './hostLink';
import type { RoomSettingsModel } from './model';

/** What hosts decide about one room, read and changed over HTTP: a call need not be running. */
export class RoomSettingsStore implements RoomSettingsModel {
  readonly info = signal<RoomSettingsInfo | undefined>(undefined);
  readonly unreachable = signal(false);
  readonly audit = signal<readonly AuditEntry[] | undefined>(undefined);
  private readonly closing = new AbortController();

  constructor(
    readonly code: string,
    private readonly api: RoomsApi,
  ) {}

  async load(): Promise<void> {
    const failure = await failureOf(async () => {
      this.info.value = await this.api.settings(this.code, this.closing.signal);
    });
    this.unreachable.value = failure !== undefined && !this.closing.signal.aborted;
  }

  /** A failure leaves the list as it was: it can be asked for again. */
  async loadAudit(): Promise<void> {
    await failureOf(async () => {
      this.audit.value = (await this.api.audit(this.code, this.closing.signal)).entries;
    });
  }

  save(change: ChangeSettingsRequest): Promise<FailureCode | undefined> {
    return failureOf(async () => {
      this.info.value = await this.api.changeSettings(this.code, change);
    });
  }

  allowBack(personId: string): Promise<FailureCode | undefined> {
    return failureOf(async () => {
      await this.api.allowBack(this.code, personId);
      const info = this.info.value;
      this.info.value = info && {
        ...info,
        removed: info.removed.filter((person) => person.personId !== personId),
      };
    });
  }

  deleteRoom(): Promise<FailureCode | undefined> {
    return failureOf(() => this.api.delete(this.code));
  }

  async makeHostLink(): ReturnType<RoomSettingsModel['makeHostLink']> {
    try {
      const { secret, expiresAt } = await this.api.makeHostLink(this.code);
      return { link: hostLink(this.code, secret), expiresAt };
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.closing.abort();
  }
}
