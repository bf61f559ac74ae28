import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n';
import { log } from '../../../log';
import { toast } from '../../../ui/toast';
import type { PictureAction } from '../controls/moreItems';
import { pictureKind } from './pictureKind';
import type { PictureOptions } from './PictureOptions';

type Options = Omit<PictureOptions, 'onClosed' | 'until'>;

/** The call in a window of its own, which ends with the call. Fetched when it is wanted. */
export function usePicture(options: Options): PictureAction | undefined {
  const [kind] = useState(pictureKind);
  const [isOpen, setOpen] = useState(false);
  /** Ends what is open, or opens: one at a time. */
  const present = useRef<AbortController>(undefined);
  const end = () => {
    present.current?.abort();
    present.current = undefined;
  };
  useEffect(() => end, []);
  if (kind === undefined) {
    return undefined;
  }
  const close = () => {
    end();
    setOpen(false);
  };
  const open = async () => {
    end();
    const mine = new AbortController();
    present.current = mine;
    const whilePresent = (then: () => void) => {
      if (present.current === mine) {
        then();
      }
    };
    try {
      const onClosed = () => whilePresent(close);
      await openers[kind]({ ...options, onClosed, until: mine.signal });
      whilePresent(() => setOpen(true));
    } catch (cause) {
      whilePresent(() => {
        close();
        log.warn('The picture cannot be opened.', cause);
        toast(t('hosting.failed'));
      });
    }
  };
  return { isOpen, toggle: isOpen ? close : () => void open() };
}

const openers = {
  window: async (options: PictureOptions) => (await import('./openWindow')).openWindow(options),
  video: async (options: PictureOptions) => (await import('./openVideo')).openVideo(options),
};
