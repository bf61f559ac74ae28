/** Takes out of the page's address what follows a prefix, so that nobody finds it there afterwards. */
export function takeFragment(prefix: string): string | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(prefix)) {
    return undefined;
  }
  history.replaceState(null, '', pathname + search);
  return hash.slice(prefix.length);
}

/**
 * Calls `handler` with the secret the page was opened with, at once, and with those of links that are followed later. It is in the fragment: no
 * server ever sees it in an address.
 */
export function watchFragmentSecrets(
  prefix: string,
  handler: (secret: string) => void,
  until: AbortSignal,
): void {
  const look = () => {
    const secret = takeFragment(prefix);
    if (secret) {
      handler(secret);
    }
  };
  look();
  addEventListener('hashchange', look, { signal: until });
}
