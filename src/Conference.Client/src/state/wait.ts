/** Ends after a time, or when told to. */
export function wait(milliseconds: number, until?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(stop, milliseconds);
    until?.addEventListener('abort', stop, { once: true });
  });
}
