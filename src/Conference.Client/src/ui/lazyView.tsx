import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useRecoveredFocus } from '../hooks/useRecoveredFocus';
import { log } from '../log';

interface Options<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** Shown while it is fetched. */
  readonly Waiting: ComponentType;
  /** Shown when it cannot be fetched. */
  readonly Failed: ComponentType<{ readonly view: Props; readonly onRetry: () => void }>;
}

export interface LazyView<Props> {
  /** Fetches the chunk before it is needed. */
  preload(): Promise<void>;
  readonly View: (props: Props) => ComponentChildren;
}

/** A view in a chunk of its own. */
export function lazyView<Props extends object>(options: Options<Props>): LazyView<Props> {
  const { load, Waiting, Failed } = options;
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

  const View = (props: Props) => {
    useEffect(() => void preload(), []);
    const Loaded = loaded.value;
    useRecoveredFocus(Loaded);
    if (Loaded) {
      return <Loaded {...props} />;
    }
    return failed.value ? <Failed view={props} onRetry={() => void preload()} /> : <Waiting />;
  };
  return { preload, View };
}
