import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export interface ToastAction {
  readonly label: string;
  /** The whole name, where the label says too little by itself. */
  readonly name?: string;
  /** The one that is most likely wanted. */
  readonly primary?: boolean;
  readonly onSelect: () => void;
}

export interface ToastOptions {
  /** A picture before the words. */
  readonly lead?: ComponentChildren;
  readonly actions?: readonly ToastAction[];
}

export interface ToastEntry {
  readonly key: number;
  readonly content: ComponentChildren;
  readonly lead: ComponentChildren;
  readonly actions: readonly ToastAction[];
}

const atMost = 3;

let lastKey = 0;

export const toasts = signal<readonly ToastEntry[]>([]);

/** Shows and announces something for 5 s, with actions for 10 s; the oldest makes room for a fourth. The key dismisses it. */
export function toast(content: ComponentChildren, options: ToastOptions = {}): number {
  const { lead, actions = [] } = options;
  const key = ++lastKey;
  toasts.value = [...toasts.peek(), { key, content, lead, actions }].slice(-atMost);
  return key;
}

export function dismissToast(key: number): void {
  toasts.value = toasts.peek().filter((entry) => entry.key !== key);
}
