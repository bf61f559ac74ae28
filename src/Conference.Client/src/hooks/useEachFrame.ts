import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * The value of a signal that a crowd may change many times in one task: what shows it is drawn once a frame at most. Between a change and
 * its frame nothing follows the signal, so that nobody computes what nobody sees. `view` is the window it is drawn in.
 */
export function useEachFrame<Value>(source: ReadonlySignal<Value>, view: Window = window): Value {
  const [, draw] = useState<object>();
  useLayoutEffect(() => {
    let frame = 0;
    let stop = follow();
    function follow() {
      const drawn = source.peek();
      return source.subscribe((value) => {
        if (value !== drawn) {
          stop();
          frame = view.requestAnimationFrame(() => {
            draw({});
            stop = follow();
          });
        }
      });
    }
    return () => {
      stop();
      view.cancelAnimationFrame(frame);
    };
  }, [source, view]);
  return source.peek();
}
