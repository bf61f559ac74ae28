/** An instant of the server by this page's clock: its two instants only say how long ago the one was at the other. */
export function onThisClock(instant: string, serverTime: string, now: number): number {
  return now - Math.max(0, Date.parse(serverTime) - Date.parse(instant));
}
