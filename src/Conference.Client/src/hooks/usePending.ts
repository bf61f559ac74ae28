import { useState } from 'preact/hooks';

/** Whether something asked for has not been answered yet. While it is pending, asking again does nothing. */
export function usePending(): readonly [boolean, (action: () => Promise<unknown>) => void] {
  const [pending, setPending] = useState(false);
  const run = async (action: () => Promise<unknown>) => {
    setPending(true);
    try {
      await action();
    } finally {
      setPending(false);
    }
  };
  return [
    pending,
    (action) => {
      if (!pending) {
        void run(action);
      }
    },
  ];
}
