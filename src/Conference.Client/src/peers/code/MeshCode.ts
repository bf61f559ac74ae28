import { signal } from '@preact/signals-core';
import { log } from '../../log';
import type { Fingerprints } from '../PeerConnection';
import type { CodeExchange, CodeMember, CodeNote } from './CodeExchange';
import { noCode, type CodeState } from './codeState';

/** One other page with media, as this one sees it. */
export interface CodePeer {
  readonly id: string;
  readonly instanceId: string;
  readonly fingerprints: Fingerprints;
}

export interface CodePage {
  readonly id: string;
  readonly instanceId: string;
}

/** The security code of a mesh. What makes it is fetched with the first connection: alone there is nothing to compare. */
export class MeshCode {
  readonly state = signal<CodeState>(noCode);
  private exchange: Promise<CodeExchange> | undefined;

  constructor(private readonly send: (id: string, note: CodeNote) => void) {}

  /** Everybody with media is in the code, each with the keys that this page sees. */
  follow(own: CodePage, peers: readonly CodePeer[]): void {
    if (this.exchange || peers.length > 0) {
      const others = new Map<string, CodeMember>(
        peers.map(({ id, instanceId, fingerprints: { other } }) => [
          id,
          { instanceId, fingerprints: other },
        ]),
      );
      const self = { instanceId: own.instanceId, fingerprints: ownKeys(peers) };
      this.do((exchange) => exchange.follow(own.id, self, others));
    }
  }

  hear(id: string, said: unknown): void {
    this.do((exchange) => exchange.hear(id, said));
  }

  /** To be called once a second. */
  repeat(): void {
    if (this.state.peek().kind === 'waiting') {
      this.do((exchange) => exchange.repeat());
    }
  }

  private do(step: (exchange: CodeExchange) => Promise<void> | void): void {
    this.exchange ??= this.load();
    this.exchange.then(step).catch((cause: unknown) => {
      // The next step tries to fetch it again.
      this.exchange = undefined;
      log.warn('The security code cannot be made.', cause);
    });
  }

  private async load(): Promise<CodeExchange> {
    const { CodeExchange } = await import('./CodeExchange');
    return new CodeExchange({ send: this.send, state: this.state });
  }
}

/** The same in every connection, or undefined: a page that shows everybody other keys has no code. */
function ownKeys(peers: readonly CodePeer[]): readonly string[] | undefined {
  const [first, ...others] = peers.map(({ fingerprints }) => fingerprints.own);
  return others.every((one) => one?.join() === first?.join()) ? first : undefined;
}
