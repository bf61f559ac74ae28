import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { log } from '../log';
import { LoadFailed } from './LoadFailed';

export interface LazyView<Props> {
  /** Fetches the chunk before it is needed. */
  preload(): Promise<void>;
  readonly View: (props: Props & { readonly fallback?: ComponentChildren }) => ComponentChildren;
}

/** A view in a chunk of its own. */
export function lazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyView<Props> {
  const loaded = signal<ComponentType<Props> | undefined>(undefined);
  const failed = signal(false);
  let loading: Promise<void> | undefined;

  const fetchOnce = async (): Promise<void> => {
    try {
      failed.value = false;
      loaded.value = await load();
    } catch (cause) {
      log.warn('A part of the page cannot be loaded.', cause);
      failed.value = true;
      loading = undefined;
    }
  };
  const preload = (): Promise<void> => (loading ??= fetchOnce());

  const View = ({ fallback, ...props }: Props & { readonly fallback?: ComponentChildren }) => {
    useEffect(() => void preload(), []);
    const Loaded = loaded.value;
    if (Loaded) {
      return <Loaded {...(props as unknown as Props)} />;
    }
    return failed.value ? <LoadFailed onRetry={() => void preload()} /> : (fallback ?? null);
  };
  return { preload, View };
}
