import { useCallback, useState } from 'preact/hooks';
import type { ParticipantModel } from '../../../state/model';
import { useNewestFirst } from './useNewestFirst';

/** Who shares a screen, the newest one first, and what the newest one measures. */
export function useScreens(participants: readonly ParticipantModel[]) {
  const [ratios, setRatios] = useState<ReadonlyMap<string, number>>(new Map());
  const sharing = participants.filter(({ screen }) => screen !== undefined);
  const order = useNewestFirst(sharing.map(({ info }) => info.id));
  const onRatio = useCallback(
    (id: string, ratio: number) => setRatios((known) => new Map([...known, [id, ratio]])),
    [],
  );
  return {
    screens: order.flatMap((id) => sharing.filter(({ info }) => info.id === id)),
    ratio: ratios.get(order[0] ?? ''),
    onRatio,
  };
}
