import { t } from '../../i18n';
import type { Recording } from '../../media/record/recordings';

/** What no system takes in the name of a file. */
const refused = /[\p{Cc}\\/:*?"<>|]+/gu;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `Weekly 2026-03-02 10-05.webm`: sorted by name it is sorted by time, in any language. */
export function recordingName({
  title,
  startedAt,
}: Pick<Recording, 'title' | 'startedAt'>): string {
  const at = new Date(startedAt);
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-');
  const time = `${twoDigits(at.getHours())}-${twoDigits(at.getMinutes())}`;
  const room = title.replace(refused, ' ').replace(/\s+/g, ' ').trim() || t('common.untitledRoom');
  return `${room} ${day} ${time}.webm`;
}
