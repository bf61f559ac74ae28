import { signal } from '@preact/signals-core';
import { log } from '../log';
import type { SessionInfo } from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import type { SessionModel } from './model';

/** What the server says about who this browser is. Until it says so, nobody can sign in. */
export class SessionStore implements SessionModel {
  readonly session = signal<SessionInfo | undefined>(undefined);

  constructor(private readonly api: Pick<RoomsApi, 'session' | 'signOut'>) {}

  async load(): Promise<void> {
    await this.take(() => this.api.session());
  }

  signOut(): Promise<boolean> {
    return this.take(() => this.api.signOut());
  }

  private async take(ask: () => Promise<SessionInfo>): Promise<boolean> {
    try {
      this.session.value = await ask();
      return true;
    } catch (cause) {
      log.warn('The server does not say who is signed in.', cause);
      return false;
    }
  }
}
