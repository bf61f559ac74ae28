import { render } from 'preact';
import { viewsOf } from '../stage/shownTiles';
import type { StageTile } from '../../../state/stageTiles';
import type { PictureOptions } from './PictureOptions';
import { PictureView } from './PictureView';

const size = { width: 400, height: 290 };

/** Opens a window that stays above others, with the tile that matters and the own buttons. */
export async function openWindow(options: PictureOptions): Promise<void> {
  const { report, onClosed, until } = options;
  until.throwIfAborted();
  const opened = await window.documentPictureInPicture?.requestWindow(size);
  if (!opened) {
    throw new Error('The browser gave no window.');
  }
  if (until.aborted) {
    opened.close();
    return;
  }
  dress(opened.document);
  let shown: StageTile | undefined;
  report.measure('picture', () => viewsOf(shown, sizeOf(opened), opened.devicePixelRatio));
  opened.addEventListener('resize', () => report.changed());
  opened.addEventListener('pagehide', onClosed);
  until.addEventListener('abort', () => {
    render(null, opened.document.body);
    report.measure('picture', undefined);
    opened.close();
  });
  const onShown = (tile: StageTile | undefined) => {
    shown = tile;
    report.changed();
  };
  render(<PictureView {...options} view={opened} onShown={onShown} />, opened.document.body);
}

/** The same language, theme, styles and icons as the page. */
function dress(picture: Document): void {
  for (const { name, value } of document.documentElement.attributes) {
    picture.documentElement.setAttribute(name, value);
  }
  picture.title = document.title;
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    const style = picture.createElement('link');
    style.rel = 'stylesheet';
    style.href = link.href;
    picture.head.append(style);
  }
  const icons = document.querySelector('symbol')?.closest('svg');
  if (icons) {
    // Beside the body, which is drawn by the view alone.
    picture.documentElement.append(picture.importNode(icons, true));
  }
}

const sizeOf = ({ innerWidth: width, innerHeight: height }: Window) => ({ width, height });
