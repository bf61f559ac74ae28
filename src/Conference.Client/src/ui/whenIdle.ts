/** Runs when the browser has nothing better to do; returns what calls it off. */
export function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(action, { timeout: 2_000 });
    return () => cancelIdleCallback(handle);
  }
  // Safari has no idle callbacks.
  const timer = setTimeout(action, 300);
  return () => clearTimeout(timer);
}
