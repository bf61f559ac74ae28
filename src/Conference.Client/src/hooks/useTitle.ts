import { useEffect } from 'preact/hooks';

/** The document's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
