import type { SecurityCode } from './securityCode';

export type CodeState =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly code: SecurityCode }
  /** Somebody revealed something else than it was bound to, or has other keys than before. */
  | { readonly kind: 'broken' };

export const noCode: CodeState = { kind: 'none' };
