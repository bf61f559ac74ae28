import type { ParticipantInfo, RoomSettings } from '../signaling/protocol.generated';
import type { Permissions } from './model';

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
    showVideo: !settings.audioOnly,
  };
}
