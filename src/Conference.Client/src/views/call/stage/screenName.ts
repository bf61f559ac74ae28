import { t } from '../../../i18n';
import type { ParticipantModel } from '../../../state/model';

/** What a shared screen is called. */
export function screenName({ info, isLocal, screen }: ParticipantModel): string {
  const name = isLocal ? t('call.yourScreen') : t('call.screenOf', { name: info.name });
  return screen?.paused === true ? `${name}, ${t('call.paused')}` : name;
}

/** Tells the screen of a participant from their camera. */
export const screenKey = (id: string): string => `${id}:screen`;
