import type { ReadonlySignal } from '@preact/signals-core';
import type { ConferenceServer } from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import { failureOf } from './attempt';
import type { ConferenceNotice, HostingModel } from './model';

export interface HostingOptions {
  readonly code: ReadonlySignal<string>;
  readonly api: RoomsApi;
  readonly server: ConferenceServer;
  readonly onNotice: (notice: ConferenceNotice) => void;
}

/** What hosts do to others. The server decides whether they may; what it decided comes back as the room's state. */
export class HostingStore implements HostingModel {
  private readonly server: ConferenceServer;

  constructor(private readonly options: HostingOptions) {
    this.server = options.server;
  }

  admit(guest: string): Promise<void> {
    return this.act(() => this.server.AdmitGuest({ guest }));
  }

  deny(guest: string): Promise<void> {
    return this.act(() => this.server.DenyGuest({ guest }));
  }

  admitAll(): Promise<void> {
    return this.act(() => this.server.AdmitAll());
  }

  mute(to: string): Promise<void> {
    return this.act(() => this.server.MuteParticipant({ to }));
  }

  muteAll(): Promise<void> {
    return this.act(() => this.server.MuteAll());
  }

  stopVideo(to: string): Promise<void> {
    return this.act(() => this.server.StopVideo({ to }));
  }

  askToUnmute(to: string): Promise<void> {
    return this.act(() => this.server.AskToUnmute({ to }));
  }

  lowerHand(to: string): Promise<void> {
    return this.act(() => this.server.LowerHandOf({ to }));
  }

  spotlight(to: string | undefined): Promise<void> {
    return this.act(() => this.server.SetSpotlight(to === undefined ? {} : { to }));
  }

  setHost(to: string, host: boolean): Promise<void> {
    return this.act(() => this.server.SetHost({ to, host }));
  }

  remove(to: string, { deleteMessages }: { readonly deleteMessages: boolean }): Promise<void> {
    return this.act(() => this.server.RemoveParticipant({ to, deleteMessages }));
  }

  setLocked(locked: boolean): Promise<void> {
    const { api, code } = this.options;
    return this.act(() => api.changeSettings(code.peek(), { locked }));
  }

  suspend(): Promise<void> {
    return this.act(() => this.server.SuspendRoom());
  }

  endCall(): Promise<void> {
    return this.act(() => this.server.EndCall());
  }

  private async act(call: () => Promise<unknown>): Promise<void> {
    const code = await failureOf(call);
    if (code !== undefined) {
      this.options.onNotice({ kind: 'hostActionFailed', code });
    }
  }
}
