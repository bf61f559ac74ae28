import { formatDate, formatMonth, t, weekdayLetters } from '../../i18n';
import type { HistoryModel } from '../../state/model';
import { classNames } from '../../ui/classNames';
import { IconButton } from '../../ui/IconButton';
import {
  daysIn,
  firstColumn,
  isBefore,
  isSameMonth,
  monthOf,
  shiftMonth,
  type CalendarDate,
} from './calendar';

interface Props {
  readonly history: HistoryModel;
  /** The day the reader is at. */
  readonly current: CalendarDate | undefined;
}

/** The days of a month with messages, to jump to. */
export function Calendar({ history, current }: Props) {
  return (
    <section class="card" aria-labelledby="jump-to-date">
      <div class="row month">
        <h2 id="jump-to-date" class="grow">
          {t('history.jumpToDate')}
        </h2>
        <MonthButtons history={history} />
      </div>
      <div class="cal">
        {weekdayLetters().map((letter, index) => (
          <span key={index} aria-hidden="true">
            {letter}
          </span>
        ))}
        <Days history={history} current={current} />
      </div>
    </section>
  );
}

function MonthButtons({ history }: { readonly history: HistoryModel }) {
  const { year, month } = history.month.value;
  const shown = { year, month };
  const lastMessageAt = history.info.value?.lastMessageAt;
  const hasNext = lastMessageAt !== undefined && isBefore(shown, monthOf(lastMessageAt));
  const show = (months: number) => {
    const next = shiftMonth(shown, months);
    void history.showMonth(next.year, next.month);
  };
  return (
    <>
      <IconButton
        icon="left"
        size="small"
        label={t('history.previousMonth')}
        onClick={() => show(-1)}
      />
      <span class="small muted" aria-live="polite">
        {formatMonth(year, month)}
      </span>
      <IconButton
        icon="right"
        size="small"
        label={t('history.nextMonth')}
        aria-disabled={!hasNext}
        onClick={() => hasNext && show(1)}
      />
    </>
  );
}

function Days({ history, current }: Props) {
  const { days, ...month } = history.month.value;
  const withMessages = new Set(days);
  return Array.from({ length: daysIn(month) }, (_, index) => index + 1).map((day) => (
    <DayButton
      key={day}
      date={{ ...month, day }}
      hasMessages={withMessages.has(day)}
      isCurrent={current !== undefined && isSameMonth(current, month) && current.day === day}
      onJump={() => void history.jumpToDay(month.year, month.month, day)}
    />
  ));
}

interface DayProps {
  readonly date: CalendarDate;
  readonly hasMessages: boolean;
  readonly isCurrent: boolean;
  readonly onJump: () => void;
}

function DayButton({ date, hasMessages, isCurrent, onJump }: DayProps) {
  const { year, month, day } = date;
  const text = formatDate(new Date(year, month - 1, day));
  return (
    <button
      type="button"
      class={classNames(hasMessages && 'has')}
      style={day === 1 ? { gridColumnStart: firstColumn(date) } : undefined}
      disabled={!hasMessages}
      aria-label={t(hasMessages ? 'history.dayWithMessages' : 'history.dayWithout', { date: text })}
      aria-current={isCurrent ? 'date' : undefined}
      onClick={onJump}
    >
      {day}
    </button>
  );
}
