import type { LobbyPlace, LobbyUpdatedEvent } from '../signaling/protocol.generated';
import type { LobbyModel } from './model';
import { onThisClock } from './pageClock';

/** The own place in a room's lobby. */
export class WaitingStore {
  private lobby: LobbyModel | undefined;
  private early: LobbyUpdatedEvent | undefined;

  /** The page asks (again): what it is told from now on is news. */
  ask(): void {
    this.early = undefined;
  }

  /** News may overtake the answer that one waits. */
  begin({ title, message, hostPresent, ...at }: LobbyPlace, name: string): LobbyModel {
    const since = onThisClock(at.since, at.serverTime, Date.now());
    this.lobby = { title, name, message, hostPresent, since, ...this.early };
    return this.lobby;
  }

  /** Undefined for who does not wait. */
  update({ hostPresent, message }: LobbyUpdatedEvent): LobbyModel | undefined {
    this.early = { hostPresent, message };
    this.lobby = this.lobby && { ...this.lobby, hostPresent, message };
    return this.lobby;
  }

  end(): void {
    this.lobby = undefined;
  }
}
