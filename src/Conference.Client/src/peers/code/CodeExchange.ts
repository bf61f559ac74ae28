import type { Signal } from '@preact/signals-core';
import { noCode, type CodeState } from './codeState';
import { commitTo, randomNonce, securityCode, setName } from './securityCode';

/** What a page tells the others of its part: first that it is bound to a nonce, and the nonce once all others are bound to theirs. */
export interface CodeNote {
  readonly set: string;
  readonly commit: string;
  readonly nonce?: string | undefined;
  /** Something of the other side is missing: it is asked to tell it again. */
  readonly again?: boolean | undefined;
}

export interface CodeMember {
  /** The page, since another one of the same participant has other keys. */
  readonly instanceId: string;
  /** Undefined until the connection to it is negotiated. */
  readonly fingerprints: readonly string[] | undefined;
}

export interface CodeExchangeOptions {
  readonly send: (id: string, note: CodeNote) => void;
  readonly state: Signal<CodeState>;
}

interface Heard {
  readonly commit: string;
  nonce?: string | undefined;
}

interface Round {
  readonly set: string;
  readonly nonce: string;
  readonly commit: string;
  readonly heard: Map<string, Heard>;
  isRevealed: boolean;
}

/**
 * Makes one code for everybody who is in the call with media. Whoever sits in between cannot try out keys until two codes look alike: everybody is bound
 * to a nonce, and has shown its keys, before the first nonce is revealed (as in ZRTP, RFC 6189, section 4.4), and all of them go into the code. Every
 * change of who is there takes new nonces; keys of a page never change.
 */
export class CodeExchange {
  readonly state: Signal<CodeState>;
  private localId = '';
  private own: CodeMember | undefined;
  private others: ReadonlyMap<string, CodeMember> = new Map();
  private round: Round | undefined;
  /** By page: what its media was first encrypted with. */
  private readonly keys = new Map<string, string>();
  private readonly swapped = new Set<string>();
  /** Of rounds that others began before this page saw the same people. */
  private readonly early = new Map<string, CodeNote>();
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly options: CodeExchangeOptions) {
    this.state = options.state;
  }

  /** Who takes part, and with which keys; to be called when either changes. */
  follow(localId: string, own: CodeMember, others: ReadonlyMap<string, CodeMember>): Promise<void> {
    return this.inOrder(async () => {
      this.localId = localId;
      this.own = own;
      this.others = others;
      this.watchKeys();
      await this.enterRound();
      await this.advance();
    });
  }

  hear(id: string, said: unknown): Promise<void> {
    return this.inOrder(async () => {
      const note = readCodeNote(said);
      if (note && this.others.has(id)) {
        await this.take(id, note);
      }
    });
  }

  /** Tells those again who may not have got it. */
  repeat(): void {
    if (this.round && this.state.peek().kind === 'waiting') {
      this.tellAll(this.round, true);
    }
  }

  private inOrder(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step);
    return this.work;
  }

  /** A page has one certificate: other keys under its name are somebody else's, who could have chosen them once the nonces were known. */
  private watchKeys(): void {
    for (const [id, { instanceId, fingerprints }] of this.others) {
      const page = pageOf(id, instanceId);
      const keys = fingerprints?.join();
      if (keys !== undefined && keys !== (this.keys.get(page) ?? keys)) {
        this.swapped.add(page);
      } else if (keys !== undefined) {
        this.keys.set(page, keys);
      }
    }
  }

  private async enterRound(): Promise<void> {
    const pages = new Map([...this.others].map(([id, { instanceId }]) => [id, instanceId]));
    pages.set(this.localId, this.own?.instanceId ?? '');
    const set = await setName(pages);
    if (this.others.size === 0) {
      this.round = undefined;
      this.state.value = noCode;
    } else if (set !== this.round?.set) {
      await this.beginRound(set);
    }
  }

  private async beginRound(set: string): Promise<void> {
    const nonce = randomNonce();
    const round: Round = {
      set,
      nonce,
      commit: await commitTo(this.localId, set, nonce),
      heard: new Map(),
      isRevealed: false,
    };
    this.round = round;
    this.state.value = { kind: 'waiting' };
    this.tellAll(round);
    for (const [id, note] of this.early) {
      if (note.set === set && this.others.has(id)) {
        await this.take(id, note);
      }
    }
    this.early.clear();
  }

  private async take(id: string, note: CodeNote): Promise<void> {
    const { round } = this;
    if (note.set !== round?.set) {
      this.early.set(id, note);
      return;
    }
    // The first word counts: who could take it back could try.
    const heard = round.heard.get(id) ?? { commit: note.commit };
    heard.nonce ??= note.nonce;
    round.heard.set(id, heard);
    if (note.again === true) {
      this.tell(id, round);
    }
    await this.advance();
  }

  private async advance(): Promise<void> {
    const { round } = this;
    if (!round || this.state.peek().kind === 'broken') {
      return;
    }
    if (this.isSomebodySwapped() || (await this.hasLiar(round))) {
      this.state.value = { kind: 'broken' };
    } else if (this.isEverybodyBound(round)) {
      this.reveal(round);
      await this.finish(round);
    }
  }

  private isSomebodySwapped(): boolean {
    return [...this.others].some(([id, { instanceId }]) =>
      this.swapped.has(pageOf(id, instanceId)),
    );
  }

  /** Somebody revealed something else than it was bound to. */
  private async hasLiar({ set, heard }: Round): Promise<boolean> {
    for (const [id, { commit, nonce }] of heard) {
      if (nonce !== undefined && (await commitTo(id, set, nonce)) !== commit) {
        return true;
      }
    }
    return false;
  }

  private reveal(round: Round): void {
    if (!round.isRevealed) {
      round.isRevealed = true;
      this.tellAll(round);
    }
  }

  private async finish(round: Round): Promise<void> {
    const entries = this.entries(round);
    const code = entries && (await securityCode(entries));
    const former = this.state.peek();
    if (code && (former.kind !== 'ready' || former.code.digits !== code.digits)) {
      this.state.value = { kind: 'ready', code };
    }
  }

  private entries(round: Round) {
    const own = { id: this.localId, fingerprints: this.own?.fingerprints, nonce: round.nonce };
    const others = [...this.others].map(([id, { fingerprints }]) => ({
      id,
      fingerprints,
      nonce: round.heard.get(id)?.nonce,
    }));
    const known = [own, ...others].flatMap(({ id, fingerprints, nonce }) =>
      fingerprints && nonce !== undefined ? [{ id, fingerprints, nonce }] : [],
    );
    return known.length === others.length + 1 ? known : undefined;
  }

  /** To a nonce and to keys: whoever knew the nonces before could choose the other. */
  private isEverybodyBound({ heard }: Round): boolean {
    return (
      this.own?.fingerprints !== undefined &&
      [...this.others].every(([id, { fingerprints }]) => fingerprints && heard.has(id))
    );
  }

  private tellAll(round: Round, again?: true): void {
    for (const id of this.others.keys()) {
      this.tell(id, round, again);
    }
  }

  /** The own nonce stays here until everybody is bound: whoever knew it before could choose what it is bound to. */
  private tell(id: string, round: Round, again?: true): void {
    const { set, commit, nonce, isRevealed } = round;
    this.options.send(id, { set, commit, nonce: isRevealed ? nonce : undefined, again });
  }
}

const pageOf = (id: string, instanceId: string): string => `${id} ${instanceId}`;

const isHex = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length === length && /^[0-9a-f]*$/.test(value);

function readCodeNote(said: unknown): CodeNote | undefined {
  if (typeof said !== 'object' || said === null) {
    return undefined;
  }
  const { set, commit, nonce, again } = said as Readonly<Record<string, unknown>>;
  const isSane = isHex(set, 32) && isHex(commit, 64) && (nonce === undefined || isHex(nonce, 64));
  return isSane ? { set, commit, nonce, again: again === true } : undefined;
}
