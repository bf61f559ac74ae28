import type { ParticipantInfo, RoomSettings } from '../signaling/protocol.generated';

/** What one may do in a room without being a host. */
export interface Permissions {
  readonly chat: boolean;
  readonly unmute: boolean;
  readonly react: boolean;
  readonly rename: boolean;
  readonly shareScreen: boolean;
  readonly record: boolean;
  readonly showVideo: boolean;
}

/** What somebody may do: hosts all but what the room is not for, others what hosts left them. */
export function permissionsOf(
  settings: RoomSettings,
  own: ParticipantInfo | undefined,
): Permissions {
  const isHost = own?.isHost === true;
  return {
    chat: isHost || settings.mayChat,
    unmute: isHost || settings.mayUnmute || own?.unmuteAllowed === true,
    react: isHost || settings.mayReact,
    rename: isHost || settings.mayRename,
    shareScreen: isHost || settings.mayShareScreens,
    record: isHost || settings.mayRecord,
    showVideo: !settings.audioOnly,
  };
}
