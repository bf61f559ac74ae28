export interface Month {
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

export interface CalendarDate extends Month {
  readonly day: number;
}

const index = ({ year, month }: Month): number => year * 12 + month - 1;

export function monthOf(instant: string | number): Month {
  const date = new Date(instant);
  return { year: date.getFullYear(), month: date.getMonth() + 1 };
}

export const dateOf = (instant: string | number): CalendarDate => ({
  ...monthOf(instant),
  day: new Date(instant).getDate(),
});

/** The month that many months later. */
export function shiftMonth(from: Month, months: number): Month {
  const shifted = index(from) + months;
  return { year: Math.floor(shifted / 12), month: (shifted % 12) + 1 };
}

export const isBefore = (left: Month, right: Month): boolean => index(left) < index(right);

export const isSameMonth = (left: Month, right: Month): boolean => index(left) === index(right);

export const daysIn = ({ year, month }: Month): number => new Date(year, month, 0).getDate();

/** The column of the first day, from 1 for Monday. */
export const firstColumn = ({ year, month }: Month): number =>
  ((new Date(year, month - 1, 1).getDay() + 6) % 7) + 1;
