import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageModel } from '../../state/model';
import { lastMessage } from './lines';
import { ScrollPlace } from './ScrollPlace';

export interface ScrollPlaceOptions {
  readonly messages: readonly MessageModel[];
  readonly hasEarlier: boolean;
  readonly hasLater?: boolean;
  readonly loadEarlier: () => Promise<void>;
  readonly loadLater?: () => Promise<void>;
  readonly onAtEnd?: (atEnd: boolean) => void;
  /** The message at the reader's place has changed. */
  readonly onPlace?: (sequence: number) => void;
  /** Show this message in the middle; a new object for every jump. */
  readonly target?: { readonly sequence: number } | undefined;
  /** Receives the jump to the end, which answers with the newest message. */
  readonly toEnd?: { current: (() => HTMLElement | undefined) | undefined };
}

/** Gives a list its scroll place and loads more near its ends. Returns the ref of what is inside the list. */
export function useScrollPlace(list: RefObject<HTMLElement | null>, options: ScrollPlaceOptions) {
  const content = useRef<HTMLDivElement>(null);
  const place = useRef<ScrollPlace | undefined>(undefined);
  const latest = useRef(options);
  latest.current = options;

  useLayoutEffect(() => {
    if (!list.current || !content.current) {
      return undefined;
    }
    const loading = { start: false, end: false };
    const created = new ScrollPlace(list.current, content.current, {
      onNear: (edge) => void loadMore(edge, loading, latest.current),
      onAtEnd: (atEnd) => latest.current.onAtEnd?.(atEnd),
      onPlace: (line) => {
        const sequence = Number(line.getAttribute('data-seq'));
        if (sequence > 0) {
          latest.current.onPlace?.(sequence);
        }
      },
      isComplete: () => latest.current.hasLater !== true,
    });
    place.current = created;
    if (latest.current.target === undefined) {
      created.settle();
      showNewMessages(created, list.current);
    }
    return () => created.close();
  }, [list]);

  const { messages, target, toEnd } = options;
  useLayoutEffect(() => {
    const found = target && list.current?.querySelector(`[data-seq="${target.sequence}"]`);
    if (found) {
      place.current?.show(found, 'middle');
    }
  }, [list, target]);

  // After a jump, so that a new part of the chat is not first scrolled to its end.
  useLayoutEffect(() => place.current?.settle(), [messages, options.hasEarlier]);

  useEffect(() => {
    if (toEnd) {
      toEnd.current = () => {
        place.current?.toEnd();
        return list.current ? lastMessage(list.current) : undefined;
      };
    }
  }, [list, toEnd]);

  return content;
}

/** A list that is opened with more new messages than fit begins at the first of them. */
function showNewMessages(place: ScrollPlace, list: HTMLElement): void {
  const line = list.querySelector('.day.new');
  if (line && line.getBoundingClientRect().top < list.getBoundingClientRect().top) {
    place.show(line, 'top');
  }
}

async function loadMore(
  edge: 'start' | 'end',
  loading: { start: boolean; end: boolean },
  options: ScrollPlaceOptions,
): Promise<void> {
  const more = edge === 'start' ? options.hasEarlier : options.hasLater;
  if (more !== true || loading[edge]) {
    return;
  }
  loading[edge] = true;
  try {
    await (edge === 'start' ? options.loadEarlier() : options.loadLater?.());
  } finally {
    loading[edge] = false;
  }
}
