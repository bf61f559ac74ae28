/** The whole page, so that menus and dialogs stay with it. Where the browser has no full screen nothing happens. */
export async function toggleFullScreen(): Promise<void> {
  if (!document.fullscreenEnabled) {
    return;
  }
  await (document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen());
}
