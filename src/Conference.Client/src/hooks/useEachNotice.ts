import { effect, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ConferenceModel, ConferenceNotice } from '../state/model';

/** Hears every notice as it comes. What waits for the next frame, as the effects of views do, hears the last one alone. */
export function useEachNotice(
  { notice }: Pick<ConferenceModel, 'notice'>,
  hear: (notice: ConferenceNotice) => void,
): void {
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(
    () =>
      effect(() => {
        const { value } = notice;
        if (value !== undefined) {
          untracked(() => latest.current(value));
        }
      }),
    [notice],
  );
}
