import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
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
import { roomLink } from './roomCode';
import { SecondClick } from './SecondClick';

/** What hosts decide about one room, read and changed over HTTP: a call need not be running. */
export class RoomSettingsStore implements RoomSettingsModel {
  readonly info = signal<RoomSettingsInfo | undefined>(undefined);
  readonly unreachable = signal(false);
  readonly audit = signal<readonly AuditEntry[] | undefined>(undefined);
  private readonly closing = new AbortController();
  readonly link = computed(() => roomLink(this.code.value));
  private readonly secondClick = new SecondClick();

  constructor(
    private readonly code: ReadonlySignal<string>,
    private readonly api: RoomsApi,
    private readonly onNewLink: (code: string) => void,
  ) {}

  async load(): Promise<void> {
    const failure = await failureOf(async () => {
      this.info.value = await this.api.settings(this.code.peek(), this.closing.signal);
    });
    this.unreachable.value = failure !== undefined && !this.closing.signal.aborted;
  }

  /** A failure leaves the list as it was: it can be asked for again. */
  async loadAudit(): Promise<void> {
    await failureOf(async () => {
      this.audit.value = (await this.api.audit(this.code.peek(), this.closing.signal)).entries;
    });
  }

  save(change: ChangeSettingsRequest): Promise<FailureCode | undefined> {
    return this.askTwice(JSON.stringify(change), async () => {
      this.info.value = await this.api.changeSettings(this.code.peek(), change);
    });
  }

  allowBack(personId: string): Promise<FailureCode | undefined> {
    return this.askTwice(personId, async () => {
      await this.api.allowBack(this.code.peek(), personId);
      const info = this.info.value;
      this.info.value = info && {
        ...info,
        removed: info.removed.filter((person) => person.personId !== personId),
      };
    });
  }

  changeLink(): Promise<FailureCode | undefined> {
    return failureOf(async () => {
      this.onNewLink((await this.api.changeLink(this.code.peek())).code);
    });
  }

  deleteRoom(): Promise<FailureCode | undefined> {
    return failureOf(() => this.api.delete(this.code.peek()));
  }

  async makeHostLink(): ReturnType<RoomSettingsModel['makeHostLink']> {
    try {
      const { secret, expiresAt } = await this.api.makeHostLink(this.code.peek());
      return { link: hostLink(this.code.peek(), secret), expiresAt };
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.closing.abort();
  }

  private async askTwice(
    deed: string,
    call: () => Promise<void>,
  ): Promise<FailureCode | undefined> {
    return this.secondClick.confirms(deed) ? failureOf(call) : 'click_again';
  }
}
