/** A window with whatever one draws into it, from the Document Picture-in-Picture API. */
export interface PictureWindows {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: PictureWindows;
  }
}

/** What the browser offers: a window with buttons, for a page that is in no frame; or the picture alone. */
export function pictureKind(): 'window' | 'video' | undefined {
  if (window.documentPictureInPicture && window.top === window) {
    return 'window';
  }
  return document.pictureInPictureEnabled ? 'video' : undefined;
}
