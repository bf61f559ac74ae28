import type { RoomSnapshot } from '../signaling/protocol.generated';

/** When the call began, told by this page's clock: the server's two instants only say how long ago it was. */
export function callStart(
  { callStartedAt, serverTime }: Pick<RoomSnapshot, 'callStartedAt' | 'serverTime'>,
  now: number,
): number {
  return now - Math.max(0, Date.parse(serverTime) - Date.parse(callStartedAt));
}
