import type { ReadonlySignal } from '@preact/signals-core';
import type { ConferenceServer } from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import { failureOf } from './attempt';
import type { ConferenceNotice, HostDeed, HostingModel } from './model';
import { SecondClick } from './SecondClick';

export interface HostingOptions {
  readonly code: ReadonlySignal<string>;
  readonly api: RoomsApi;
  readonly server: ConferenceServer;
  readonly onNotice: (notice: ConferenceNotice) => void;
}

/** What hosts do to others. The server decides whether they may; what it decided comes back as the room's state. */
export class HostingStore implements HostingModel {
  private readonly server: ConferenceServer;
  private readonly secondClick = new SecondClick();

  constructor(private readonly options: HostingOptions) {
    this.server = options.server;
  }

  admit(guest: string): Promise<void> {
    return this.askTwice('admit', guest, () => this.server.AdmitGuest({ guest }));
  }

  deny(guest: string): Promise<void> {
    return this.askTwice('deny', guest, () => this.server.DenyGuest({ guest }));
  }

  admitAll(): Promise<void> {
    return this.askTwice('admitAll', '', () => this.server.AdmitAll());
  }

  mute(to: string): Promise<void> {
    return this.askTwice('mute', to, () => this.server.MuteParticipant({ to }));
  }

  muteAll(): Promise<void> {
    return this.act(() => this.server.MuteAll());
  }

  stopVideo(to: string): Promise<void> {
    return this.askTwice('stopVideo', to, () => this.server.StopVideo({ to }));
  }

  stopScreen(to: string): Promise<void> {
    return this.askTwice('stopScreen', to, () => this.server.StopScreen({ to }));
  }

  askToUnmute(to: string): Promise<void> {
    return this.askTwice('askToUnmute', to, () => this.server.AskToUnmute({ to }));
  }

  lowerHand(to: string): Promise<void> {
    return this.askTwice('lowerHand', to, () => this.server.LowerHandOf({ to }));
  }

  spotlight(to: string | undefined): Promise<void> {
    return this.askTwice(to === undefined ? 'endSpotlight' : 'spotlight', to, () =>
      this.server.SetSpotlight(to === undefined ? {} : { to }),
    );
  }

  setHost(to: string, host: boolean): Promise<void> {
    return this.askTwice(host ? 'makeHost' : 'removeAsHost', to, () =>
      this.server.SetHost({ to, host }),
    );
  }

  remove(to: string, { deleteMessages }: { readonly deleteMessages: boolean }): Promise<void> {
    return this.act(() => this.server.RemoveParticipant({ to, deleteMessages }));
  }

  setLocked(locked: boolean): Promise<void> {
    const { api, code } = this.options;
    return this.askTwice('lockRoom', `${locked}`, () =>
      api.changeSettings(code.peek(), { locked }),
    );
  }

  suspend(): Promise<void> {
    return this.act(() => this.server.SuspendRoom());
  }

  endCall(): Promise<void> {
    return this.act(() => this.server.EndCall());
  }

  /** For what no dialog asks about. */
  private async askTwice(
    deed: HostDeed,
    target: string | undefined,
    call: () => Promise<unknown>,
  ): Promise<void> {
    if (this.secondClick.confirms(`${deed} ${target}`)) {
      await this.act(call);
    } else {
      this.options.onNotice({ kind: 'askedAgain', deed });
    }
  }

  private async act(call: () => Promise<unknown>): Promise<void> {
    const code = await failureOf(call);
    if (code !== undefined) {
      this.options.onNotice({ kind: 'hostActionFailed', code });
    }
  }
}
