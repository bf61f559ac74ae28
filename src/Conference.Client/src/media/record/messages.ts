/** To the worker that writes. */
export type WriteOrder =
  | { readonly kind: 'open'; readonly id: string; readonly interval: number }
  | { readonly kind: 'write'; readonly data: ArrayBuffer }
  | { readonly kind: 'close' };

/** From it. A hidden page has no clock of its own: the worker says when it is time for the next picture. */
export type WriteAnswer =
  | { readonly kind: 'opened' | 'tick' | 'closed' }
  | { readonly kind: 'failed'; readonly reason: string };

/** To the worker that finishes a file. */
export interface FinishOrder {
  readonly id: string;
}

/** From it. */
export type FinishAnswer =
  { readonly kind: 'finished' } | { readonly kind: 'failed'; readonly reason: string };
