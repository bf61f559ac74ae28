import { useEffect } from 'preact/hooks';
import type { ConferenceModel } from '../../state/model';

/** Whether nobody is seen in the room: the camera is off then, before one comes in. */
export function useAudioOnly({ info, media }: Pick<ConferenceModel, 'info' | 'media'>): boolean {
  const isAudioOnly = info.value?.audioOnly === true;
  useEffect(() => {
    if (isAudioOnly) {
      void media.setCamera(false);
    }
  }, [media, isAudioOnly]);
  return isAudioOnly;
}
