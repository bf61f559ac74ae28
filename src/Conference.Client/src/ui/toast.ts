import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export interface ToastAction {
  readonly label: string;
  readonly onSelect: () => void;
}

export interface ToastEntry {
  readonly key: number;
  readonly content: ComponentChildren;
  readonly action: ToastAction | undefined;
}

const atMost = 3;

let lastKey = 0;

export const toasts = signal<readonly ToastEntry[]>([]);

/** Shows and announces something for 5 s, with an action for 10 s; the oldest makes room for a fourth. */
export function toast(content: ComponentChildren, action?: ToastAction): void {
  const entry = { key: ++lastKey, content, action };
  toasts.value = [...toasts.peek(), entry].slice(-atMost);
}

export function dismissToast(key: number): void {
  toasts.value = toasts.peek().filter((entry) => entry.key !== key);
}
