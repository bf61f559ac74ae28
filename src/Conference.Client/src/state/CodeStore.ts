import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { CodeState } from '../peers/code/codeState';
import type { ParticipantInfo } from '../signaling/protocol.generated';
import type { ConferenceNotice, SecurityCodeModel, SecurityCodeState } from './model';

export interface CodeStoreOptions {
  readonly exchange: ReadonlySignal<CodeState>;
  readonly participants: ReadonlySignal<readonly ParticipantInfo[]>;
  readonly onNotice: (notice: ConferenceNotice) => void;
}

interface Compared {
  readonly digits: string;
  /** By page, since another page of the same person has other keys. */
  readonly names: ReadonlyMap<string, string>;
}

/** What people make of the security code: it counts as verified for exactly the pages it was compared with. */
export class CodeStore implements SecurityCodeModel {
  private readonly compared = signal<Compared | undefined>(undefined);
  private readonly differs = signal(false);
  private readonly stop: () => void;

  constructor(private readonly options: CodeStoreOptions) {
    this.stop = effect(() => this.follow(this.code.value?.digits));
  }

  readonly code = computed(() => {
    const state = this.options.exchange.value;
    return state.kind === 'ready' ? state.code : undefined;
  });

  readonly state = computed<SecurityCodeState>(() => {
    const { kind } = this.options.exchange.value;
    if (kind === 'broken' || this.differs.value) {
      return 'differ';
    }
    if (kind === 'none') {
      return 'none';
    }
    const { code } = this;
    return code.value !== undefined && code.value.digits === this.compared.value?.digits
      ? 'verified'
      : 'notCompared';
  });

  answer(match: boolean): void {
    const digits = this.code.peek()?.digits;
    if (digits !== undefined) {
      this.differs.value = !match;
      this.compared.value = match ? { digits, names: this.names() } : undefined;
    }
  }

  /** The call is over: the next one is compared anew. */
  reset(): void {
    this.differs.value = false;
    this.compared.value = undefined;
  }

  close(): void {
    this.stop();
  }

  /** A code that was compared is good for nobody else: says who came or went. */
  private follow(digits: string | undefined): void {
    const compared = this.compared.peek();
    if (compared === undefined || digits === undefined || digits === compared.digits) {
      return;
    }
    untracked(() => {
      const names = this.names();
      this.compared.value = undefined;
      this.options.onNotice({
        kind: 'codeChanged',
        came: without(names, compared.names),
        went: without(compared.names, names),
      });
    });
  }

  private names(): ReadonlyMap<string, string> {
    const media = this.options.participants.peek().filter(({ chatOnly }) => !chatOnly);
    return new Map(media.map(({ instanceId, name }) => [instanceId, name]));
  }
}

const without = (
  names: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): readonly string[] =>
  [...names].filter(([instanceId]) => !others.has(instanceId)).map(([, name]) => name);
