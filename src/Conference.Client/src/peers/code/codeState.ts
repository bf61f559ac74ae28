import type { SecurityCode } from './securityCode';

export type CodeState =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly code: SecurityCode }
  /** Somebody revealed something else than it was bound to. */
  | { readonly kind: 'broken'; readonly by: string };

export const noCode: CodeState = { kind: 'none' };
