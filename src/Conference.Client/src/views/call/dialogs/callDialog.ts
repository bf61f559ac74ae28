import type { ParticipantInfo } from '../../../signaling/protocol.generated';

/** The dialogs of a call; one at a time. */
export type CallDialog =
  | {
      readonly kind:
        | 'settings'
        | 'shortcuts'
        | 'securityCode'
        | 'connection'
        | 'roomSettings'
        | 'name'
        | 'muteAll'
        | 'suspend'
        | 'endCall';
    }
  | { readonly kind: 'remove'; readonly participant: ParticipantInfo };
