import { signal } from '@preact/signals';
import type { PartialAnchorHTMLAttributes, ComponentChildren } from 'preact';
import { parseRoomCode } from '../state/roomCode';

export type Route =
  | { readonly page: 'home' | 'check' | 'unknown' }
  | { readonly page: 'room' | 'history'; readonly code: string; readonly sequence?: number };

const roomPath = /^\/r\/([^/]+)(\/history)?\/?$/;

/** What an address shows. */
export function parseRoute(pathname: string, hash: string): Route {
  if (pathname === '/') {
    return { page: 'home' };
  }
  if (pathname === '/check' || pathname === '/check/') {
    return { page: 'check' };
  }
  const match = roomPath.exec(pathname);
  if (!match?.[1]) {
    return { page: 'unknown' };
  }
  // What is no code has no room either: the page of the room says so in its own words.
  const code = parseRoomCode(match[1]) ?? match[1];
  return match[2] ? historyRoute(code, hash) : { page: 'room', code };
}

function historyRoute(code: string, hash: string): Route {
  const sequence = /^#m(\d{1,15})$/.exec(hash)?.[1];
  return sequence === undefined
    ? { page: 'history', code }
    : { page: 'history', code, sequence: Number(sequence) };
}

const current = (): Route => parseRoute(location.pathname, location.hash);

export const route = signal<Route>(current());

/** Follows the browser's own back, forward and changes of the fragment. */
export function followAddress(): void {
  addEventListener('popstate', () => (route.value = current()));
}

/** Goes to another page of the product. */
export function navigate(path: string, options: { readonly replace?: boolean } = {}): void {
  history[options.replace ? 'replaceState' : 'pushState'](null, '', path);
  route.value = current();
  if (!options.replace) {
    scrollTo(0, 0);
  }
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

interface LinkProps extends Omit<
  PartialAnchorHTMLAttributes<HTMLAnchorElement>,
  'href' | 'onClick' | 'role'
> {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link inside the product: no page load. */
export function Link({ href, children, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (isPlainClick(event) && !event.defaultPrevented) {
          event.preventDefault();
          navigate(href);
        }
      }}
    >
      {children}
    </a>
  );
}
