import { t } from '../i18n';
import type { ConferenceModel, HistoryModel } from '../state/model';

/** The document's title for a room, with the unread messages of a call. */
export function roomTitle({ phase, info, title, chat }: ConferenceModel): string {
  const { kind } = phase.value;
  if (kind === 'loading' || (kind === 'joining' && !info.value)) {
    return t('common.product');
  }
  if (phase.value.kind === 'deadEnd' && phase.value.end.reason === 'notFound') {
    return t('common.roomTitle', { title: t('common.roomNotFound') });
  }
  const name = title.value || t('common.untitledRoom');
  const unread = kind === 'inCall' ? chat.unread.value : 0;
  return unread > 0
    ? t('common.roomTitleUnread', { count: unread, title: name })
    : t('common.roomTitle', { title: name });
}

export function historyTitle({ info }: HistoryModel): string {
  return info.value
    ? t('common.historyTitle', { title: info.value.title || t('common.untitledRoom') })
    : t('common.product');
}
