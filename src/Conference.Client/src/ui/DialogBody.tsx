import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export const focusable = 'input, select, textarea, button, a[href], [tabindex="0"]';

interface Props {
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** The part of a dialog that scrolls. With nothing in it to go to by keyboard, it can be gone to itself. */
export function DialogBody({ id, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const [isStop, setStop] = useState(false);
  useLayoutEffect(() => {
    const { current } = body;
    if (!current) {
      return undefined;
    }
    const observer = new ResizeObserver(() => setStop(isDeadEnd(current)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={body} class="body" id={id} tabIndex={isStop ? 0 : undefined}>
      {children}
    </div>
  );
}

const isDeadEnd = (body: HTMLElement): boolean =>
  body.scrollHeight > body.clientHeight && body.querySelector(focusable) === null;
