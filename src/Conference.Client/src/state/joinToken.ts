import { watchFragmentSecrets } from './fragment';

/** A site that the operator trusts sends people to `/r/{code}#token={JWT}`. */
export function watchJoinTokens(handler: (token: string) => void, until: AbortSignal): void {
  watchFragmentSecrets('#token=', handler, until);
}

/** What the site calls the bearer, to fill the field with. The server reads the token itself. */
export function nameIn(token: string | undefined): string | undefined {
  try {
    const payload = token?.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    const { name } = JSON.parse(new TextDecoder().decode(bytes)) as { name?: unknown };
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
