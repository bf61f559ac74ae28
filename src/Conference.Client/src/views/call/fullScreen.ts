/** One element alone, or the whole page, so that menus and dialogs stay with it. Where the browser has no full screen nothing happens. */
export async function toggleFullScreen(element?: Element): Promise<void> {
  const { fullscreenElement } = document;
  if (document.fullscreenEnabled) {
    await (isFilledBy(fullscreenElement, element)
      ? document.exitFullscreen()
      : (element ?? document.documentElement).requestFullscreen());
  }
}

/** For the page it does not matter which of its parts that is. */
const isFilledBy = (full: Element | null, element: Element | undefined): boolean =>
  full !== null && (element === undefined || full === element);
