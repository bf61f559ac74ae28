import { formatTime, t } from '../../i18n';
import type { MessageModel } from '../../state/model';

/** `Message from Yuki Tanaka, 10:02`; without the time inside a group. */
export function messageLabel(model: MessageModel, name: string | undefined): string {
  const time = formatTime(model.message.sentAt);
  if (name === undefined) {
    return model.first ? t('chat.fromYouAt', { time }) : t('chat.fromYou');
  }
  return model.first ? t('chat.fromAt', { name, time }) : t('chat.from', { name });
}

/** `42 min`, `1 h 5 min` */
function callDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) {
    return t('chat.underAMinute');
  }
  const hours = Math.floor(minutes / 60);
  return hours < 1
    ? t('chat.minutes', { minutes })
    : t('chat.hours', { hours, minutes: minutes % 60 });
}

/** `Call started by Mara`, `Call ended · 42 min · 5 participants` */
export function callLineText({ kind, name, call }: MessageModel['message']): string {
  if (kind === 'callStarted') {
    return name === undefined ? t('chat.callStarted') : t('chat.callStartedBy', { name });
  }
  if (call === undefined) {
    return t('chat.callEnded');
  }
  const parts = [
    t('chat.callEnded'),
    callDuration(call.durationSeconds),
    t('chat.participants', { count: call.participants }),
  ];
  return parts.join(' · ');
}
