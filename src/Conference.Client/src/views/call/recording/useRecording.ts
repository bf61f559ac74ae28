import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n';
import { log } from '../../../log';
import { toast } from '../../../ui/toast';
import type { RecordingAction } from '../controls/moreItems';
import type { PictureOptions } from '../picture/PictureOptions';

export type RecordingOptions = Omit<PictureOptions, 'onClosed' | 'until'> & {
  readonly onEnded: () => void;
};

type Stop = () => void;

/** The own recording, which ends with the call. Fetched when it is wanted; absent where it is not allowed. */
export function useRecording(
  options: Omit<RecordingOptions, 'onEnded'>,
): RecordingAction | undefined {
  const { chatOnly, permissions } = options.conference;
  const [stop, setStop] = useState<Stop>();
  const stopLast = useRef<Stop>(undefined);
  stopLast.current = stop;
  const isStarting = useRef(false);
  useEffect(() => () => stopLast.current?.(), []);
  if (stop === undefined && (chatOnly.value || !permissions.value.record)) {
    return undefined;
  }
  const start = async () => {
    if (isStarting.current) {
      return;
    }
    isStarting.current = true;
    try {
      const { recordCall } = await import('./recordCall');
      let isOver = false;
      const onEnded = () => {
        isOver = true;
        setStop(undefined);
      };
      const started = await recordCall({ ...options, onEnded });
      setStop(() => (isOver ? undefined : started));
    } catch (cause) {
      log.warn('The recording cannot begin.', cause);
      toast(t('hosting.failed'));
    } finally {
      isStarting.current = false;
    }
  };
  return { isOn: stop !== undefined, toggle: stop ?? (() => void start()) };
}
