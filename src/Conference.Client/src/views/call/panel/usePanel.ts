import type { RefObject } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { PanelName } from './panelName';

interface Panel {
  readonly name: PanelName | undefined;
  readonly open: (name: PanelName) => void;
  readonly toggle: (name: PanelName) => void;
  readonly close: () => void;
}

/** Which panel is open. Closing gives focus back to the button that opens it. */
export function usePanel(
  call: RefObject<HTMLElement | null>,
  initial: PanelName | undefined,
): Panel {
  const [name, setName] = useState(initial);
  const close = useCallback(() => {
    setName((open) => {
      openerOf(call.current, open)?.focus();
      return undefined;
    });
  }, [call]);
  const toggle = (wanted: PanelName) => {
    if (name === wanted) {
      close();
    } else {
      setName(wanted);
    }
  };
  return { name, open: setName, toggle, close };
}

/** A phone's bar has no button for people: there it is `More`. */
function openerOf(call: HTMLElement | null, name: PanelName | undefined): HTMLElement | null {
  if (call === null || name === undefined) {
    return null;
  }
  return (
    call.querySelector<HTMLElement>(`[data-panel=${name}]`) ??
    call.querySelector<HTMLElement>('[data-opens=more]')
  );
}
