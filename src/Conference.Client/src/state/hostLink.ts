import type { FailureCode } from '../signaling/ConferenceError';
import { reconnectDelay } from '../signaling/reconnectDelay';
import { failureOf } from './attempt';
import { watchFragmentSecrets } from './fragment';
import { roomLink } from './roomCode';
import { wait } from './wait';

const prefix = '#host=';
const mayPass: readonly FailureCode[] = ['unreachable', 'too_fast', 'server_fault', 'not_stored'];

/** The secret is in the fragment: no server ever sees it in an address. */
export function hostLink(code: string, secret: string): string {
  return `${roomLink(code)}${prefix}${secret}`;
}

export function watchHostLinks(handler: (secret: string) => void, until: AbortSignal): void {
  watchFragmentSecrets(prefix, handler, until);
}

/**
 * Tries until the server has answered: a link works once, and its secret is nowhere but here. An answer that got lost makes the second
 * try fail, which does not matter: this browser is a host then.
 *
 * @returns Whether the server refused the link.
 */
export async function exchangeHostLink(
  exchange: () => Promise<void>,
  until: AbortSignal,
): Promise<boolean> {
  for (let attempt = 1; !until.aborted; attempt++) {
    const code = await failureOf(exchange);
    if (code === undefined || !mayPass.includes(code)) {
      return code !== undefined;
    }
    await wait(reconnectDelay(attempt, Math.random()), until);
  }
  return false;
}
