import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n';
import { log } from '../../../log';
import { toast } from '../../../ui/toast';
import type { PictureAction } from '../controls/moreItems';
import { pictureKind } from './pictureKind';
import type { PictureOptions } from './PictureOptions';

type Close = () => void;

/** The call in a window of its own, which ends with the call. Fetched when it is wanted. */
export function usePicture(options: Omit<PictureOptions, 'onClosed'>): PictureAction | undefined {
  const [kind] = useState(pictureKind);
  const [close, setClose] = useState<Close>();
  const closeLast = useRef<Close>(undefined);
  closeLast.current = close;
  useEffect(() => () => closeLast.current?.(), []);
  if (kind === undefined) {
    return undefined;
  }
  const open = async () => {
    try {
      const opened = await openers[kind]({ ...options, onClosed: () => setClose(undefined) });
      setClose(() => opened);
    } catch (cause) {
      log.warn('The picture cannot be opened.', cause);
      toast(t('hosting.failed'));
    }
  };
  return { isOpen: close !== undefined, toggle: close ?? (() => void open()) };
}

const openers = {
  window: async (options: PictureOptions) => (await import('./openWindow')).openWindow(options),
  video: async (options: PictureOptions) => (await import('./openVideo')).openVideo(options),
};
