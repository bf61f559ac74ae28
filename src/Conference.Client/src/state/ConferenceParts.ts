import type { Signal } from '@preact/signals-core';
import type { LocalMedia } from '../media/LocalMedia';
import type { RoomsApi } from '../signaling/RoomsApi';
import type { ServerEvents, SignalingClient } from '../signaling/SignalingClient';
import type { BrowserStorage } from './BrowserStorage';
import type { CallPeers } from './CallPeers';
import type { ConferenceNotice } from './model';
import type { OutboxStorage } from './OutboxStorage';
import type { SeatMemory } from './SeatMemory';

/** What a conference is made of: in a browser, or of fakes in a test. */
export interface ConferenceParts {
  /** Another one as soon as a host gives the room a new link. */
  readonly code: Signal<string>;
  readonly api: RoomsApi;
  readonly createSignaling: (events: ServerEvents, onConnected: () => void) => SignalingClient;
  readonly createMedia: (onNotice: (notice: ConferenceNotice) => void) => LocalMedia;
  readonly createPeers: (signaling: SignalingClient, media: LocalMedia) => CallPeers;
  readonly seatMemory: SeatMemory;
  readonly storage: BrowserStorage;
  readonly outboxStorage: OutboxStorage;
  readonly instanceId: string;
  /** The room has another address now, and this page with it. */
  readonly onMoved: (code: string) => void;
  /** The page goes away: by a reload, or for good. */
  readonly onPageHide: (handler: () => void, until: AbortSignal) => void;
  /** The page was opened with the secret of a host link, told at once, or such a link is followed later. */
  readonly onHostLink: (handler: (secret: string) => void, until: AbortSignal) => void;
  /** The same of the join token with which another site sends somebody. */
  readonly onJoinToken: (handler: (token: string) => void, until: AbortSignal) => void;
}
