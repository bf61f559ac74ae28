import { firstLine, lastMessage } from './lines';

interface Anchor {
  readonly element: Element;
  readonly chunk: Element | null;
  /** From the top of the list's window. */
  readonly offset: number;
}

/** What the owner of a list does when its window moves. */
export interface ScrollPlaceEvents {
  /** The reader comes near the oldest (`start`) or newest (`end`) message loaded. */
  readonly onNear: (edge: 'start' | 'end') => void;
  readonly onAtEnd: (atEnd: boolean) => void;
  /** The newest message is loaded: its end is the end, not the place to load more. */
  readonly isComplete: () => boolean;
  /** The line the reader is at: the first in view, or the last one at the end. */
  readonly onPlace: (line: Element) => void;
}

const endSlack = 24;

/**
 * Keeps the reader's place in a list of messages: at the end while the reader is there, else at the first message in view, whatever
 * is added, removed or measured anew above it. Browsers differ in doing this by themselves (`overflow-anchor`), so the list turns it off.
 */
export class ScrollPlace {
  #atEnd = true;
  #anchor: Anchor | undefined;
  /** A message was asked for: it stays the anchor until the reader moves. */
  #held = false;
  #top = 0;
  readonly #list: HTMLElement;
  readonly #events: ScrollPlaceEvents;
  readonly #abort = new AbortController();
  readonly #sizes = new ResizeObserver(() => this.settle());

  constructor(list: HTMLElement, content: HTMLElement, events: ScrollPlaceEvents) {
    this.#list = list;
    this.#events = events;
    this.#sizes.observe(list);
    this.#sizes.observe(content);
    const options = { passive: true, signal: this.#abort.signal };
    list.addEventListener('scroll', () => this.#onScroll(), options);
    for (const move of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      list.addEventListener(move, () => (this.#held = false), options);
    }
  }

  /** After the list has changed: puts the window where the reader was. */
  settle(): void {
    if (this.#atEnd) {
      this.#list.scrollTop = this.#list.scrollHeight;
    } else if (this.#anchor?.element.isConnected) {
      this.#list.scrollTop += this.#offsetOf(this.#anchor.element) - this.#anchor.offset;
    } else if (!this.#anchor?.chunk?.isConnected) {
      // Another part of the chat is shown: it is read from its end.
      this.#list.scrollTop = this.#list.scrollHeight;
    }
    this.#remember();
  }

  toEnd(): void {
    this.#held = false;
    this.#atEnd = true;
    this.settle();
  }

  /** Shows this element in the middle, or at the top. */
  show(element: Element, at: 'middle' | 'top'): void {
    const room = this.#list.clientHeight - element.getBoundingClientRect().height;
    const offset = at === 'middle' ? Math.max(0, room / 2) : 8;
    this.#atEnd = false;
    this.#held = true;
    this.#anchor = anchorAt(element, offset);
    this.settle();
    // Near the ends of the list there is no such place: it stays where it could go.
    this.#anchor = anchorAt(element, this.#offsetOf(element));
  }

  close(): void {
    this.#abort.abort();
    this.#sizes.disconnect();
  }

  /** Only the reader's own way up leaves the end: what grows below while it comes into view does not. */
  #onScroll(): void {
    if (this.#atEnd && this.#list.scrollTop >= this.#top) {
      this.settle();
    } else {
      this.#remember();
    }
  }

  #remember(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#list;
    this.#top = scrollTop;
    const below = scrollHeight - clientHeight - scrollTop;
    if (!this.#held) {
      this.#atEnd = below <= endSlack && this.#events.isComplete();
      this.#anchor = this.#firstInView();
    }
    this.#events.onAtEnd(below <= endSlack && this.#events.isComplete());
    const line = this.#atEnd ? lastMessage(this.#list) : this.#anchor?.element;
    if (line) {
      this.#events.onPlace(line);
    }
    if (scrollTop < clientHeight) {
      this.#events.onNear('start');
    }
    if (below < clientHeight) {
      this.#events.onNear('end');
    }
  }

  #firstInView(): Anchor | undefined {
    const element = firstLine(this.#list, (line) => this.#bottomOf(line) > 0);
    return element && anchorAt(element, this.#offsetOf(element));
  }

  #offsetOf(element: Element): number {
    return element.getBoundingClientRect().top - this.#list.getBoundingClientRect().top;
  }

  #bottomOf(element: Element): number {
    return element.getBoundingClientRect().bottom - this.#list.getBoundingClientRect().top;
  }
}

const anchorAt = (element: Element, offset: number): Anchor => ({
  element,
  offset,
  chunk: element.closest('.chunk'),
});
