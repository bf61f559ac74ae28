import { computed, signal } from '@preact/signals-core';
import { failureCode } from '../signaling/ConferenceError';
import type { RoomListItem } from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import type { BrowserStorage } from './BrowserStorage';
import type { RoomsModel, RoomSettingsModel } from './model';
import { RoomSettingsStore } from './RoomSettingsStore';

const forgottenKey = 'conference:forgotten';

type CreateProblem = RoomsModel['createProblem']['value'];

const createProblems: Partial<Record<string, CreateProblem>> = {
  title_too_long: 'titleTooLong',
  title_invalid: 'titleInvalid',
  sign_in_required: 'signInRequired',
  too_fast: 'tooFast',
};

function readForgotten(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((code) => typeof code === 'string') : [];
}

/** The rooms of this browser. A forgotten room comes back by its link. */
export class RoomsStore implements RoomsModel {
  readonly unreachable = signal(false);
  readonly createProblem = signal<CreateProblem>(undefined);
  private readonly loaded = signal<readonly RoomListItem[] | undefined>(undefined);
  private readonly forgotten;
  readonly rooms;

  constructor(
    private readonly api: RoomsApi,
    private readonly storage: BrowserStorage,
  ) {
    this.forgotten = signal(readForgotten(storage.read(forgottenKey)));
    this.rooms = computed(() =>
      this.loaded.value?.filter((room) => !this.forgotten.value.includes(room.code)),
    );
  }

  async load(): Promise<void> {
    try {
      this.loaded.value = await this.api.list();
      this.unreachable.value = false;
    } catch {
      this.unreachable.value = true;
    }
  }

  async create(title: string): Promise<string | undefined> {
    this.createProblem.value = undefined;
    try {
      return (await this.api.create(title)).code;
    } catch (cause) {
      this.createProblem.value = createProblems[failureCode(cause)] ?? 'unreachable';
      return undefined;
    }
  }

  async rename(code: string, title: string): Promise<boolean> {
    try {
      const renamed = await this.api.rename(code, title);
      this.loaded.value = this.loaded.value?.map((room) =>
        room.code === code ? { ...room, title: renamed.title } : room,
      );
      return true;
    } catch {
      return false;
    }
  }

  createSettings(code: string): RoomSettingsModel {
    const current = signal(code);
    return new RoomSettingsStore(current, this.api, (changed) => {
      this.loaded.value = this.loaded.value?.map((room) =>
        room.code === current.value ? { ...room, code: changed } : room,
      );
      current.value = changed;
    });
  }

  forget(code: string): void {
    this.setForgotten([...this.forgotten.value, code]);
  }

  /** Whoever opens the room again wants it back in the list. */
  remember(code: string): void {
    if (this.forgotten.value.includes(code)) {
      this.setForgotten(this.forgotten.value.filter((forgotten) => forgotten !== code));
    }
  }

  private setForgotten(codes: readonly string[]): void {
    this.forgotten.value = codes;
    this.storage.write(forgottenKey, codes);
  }
}
