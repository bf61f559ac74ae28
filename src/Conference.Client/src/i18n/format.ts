import { activeLocale, t } from './translate';

type Instant = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs far more than using one, and lists of messages use them by the hundred.
function format(instant: Instant, options: Intl.DateTimeFormatOptions): string {
  const key = activeLocale() + JSON.stringify(options);
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(activeLocale(), options);
    formats.set(key, formatter);
  }
  return formatter.format(new Date(instant));
}

const startOfDay = (instant: Instant): Date => {
  const day = new Date(instant);
  day.setHours(0, 0, 0, 0);
  return day;
};

/** Calendar days from one to the other, whatever the clocks did between. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000);

/** `10:02` */
export const formatTime = (instant: Instant): string =>
  format(instant, { hour: '2-digit', minute: '2-digit' });

/** `Today`, `Yesterday`, else the day in full. */
export function formatDay(instant: Instant, now: Instant = Date.now()): string {
  const days = daysBetween(instant, now);
  if (days === 0) {
    return t('common.today');
  }
  return days === 1 ? t('common.yesterday') : formatFullDay(instant, now);
}

/** `Thursday, 20 November`, with the year when it is not this one. */
export function formatFullDay(instant: Instant, now: Instant = Date.now()): string {
  const weekday = format(instant, { weekday: 'long' });
  return `${weekday}, ${formatDate(instant, now)}`;
}

/** `20 November`, with the year when it is not this one. */
export function formatDate(instant: Instant, now: Instant = Date.now()): string {
  const sameYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return format(instant, sameYear ? options : { ...options, year: 'numeric' });
}

/** `Nov 2025` */
export const formatMonth = (year: number, month: number): string =>
  format(new Date(year, month - 1, 1), { month: 'short', year: 'numeric' });

/** `M`, `T`, `W`, `T`, `F`, `S`, `S` */
export const weekdayLetters = (): readonly string[] =>
  Array.from({ length: 7 }, (_, index) =>
    // The first of January 2024 was a Monday.
    format(new Date(2024, 0, 1 + index), { weekday: 'narrow' }),
  );

/** How long ago, as short as it can be said: `now`, `10:02`, `yesterday`, `Tue`, `14 Nov`, `14 Nov 2024`. */
export function formatAgo(instant: Instant, now: Instant = Date.now()): string {
  const days = daysBetween(instant, now);
  if (days <= 0) {
    const isNow = new Date(now).getTime() - new Date(instant).getTime() < 60_000;
    return isNow ? t('common.now') : formatTime(instant);
  }
  if (days === 1) {
    return t('common.yesterdayShort');
  }
  return days < 7 ? format(instant, { weekday: 'short' }) : formatShortDate(instant, now);
}

function formatShortDate(instant: Instant, now: Instant): string {
  const sameYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return format(instant, sameYear ? options : { ...options, year: 'numeric' });
}

/** `Tomás, Yuki and Amara` */
export const formatList = (names: readonly string[]): string =>
  new Intl.ListFormat(activeLocale(), { type: 'conjunction' }).format(names);

/** `2:05`, `1:02:05` */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = twoDigits(whole % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** `12,408` */
export const formatNumber = (value: number): string =>
  new Intl.NumberFormat(activeLocale()).format(value);
