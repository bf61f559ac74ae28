import { describe, expect, it, test } from 'vitest';
import {
  dateOf,
  daysIn,
  firstColumn,
  isBefore,
  isSameMonth,
  monthOf,
  shiftMonth,
} from './calendar';

describe('calendar', () => {
  test.each([
    [{ year: 2026, month: 11 }, 1, { year: 2026, month: 12 }],
    [{ year: 2026, month: 12 }, 1, { year: 2027, month: 1 }],
    [{ year: 2026, month: 1 }, -1, { year: 2025, month: 12 }],
    [{ year: 2026, month: 6 }, -18, { year: 2024, month: 12 }],
  ])('shifts %j by %i months', (from, months, expected) => {
    expect(shiftMonth(from, months)).toEqual(expected);
  });

  test.each([
    [2026, 2, 28],
    [2024, 2, 29],
    [2026, 11, 30],
    [2026, 12, 31],
  ])('knows the length of %i-%i', (year, month, days) => {
    expect(daysIn({ year, month })).toBe(days);
  });

  test.each([
    [2026, 11, 7],
    [2026, 6, 1],
    [2026, 12, 2],
  ])('begins %i-%i under the right weekday', (year, month, column) => {
    expect(firstColumn({ year, month })).toBe(column);
  });

  it('takes dates as the reader sees them', () => {
    const instant = new Date(2026, 10, 20, 0, 5).toISOString();
    expect(monthOf(instant)).toEqual({ year: 2026, month: 11 });
    expect(dateOf(instant)).toEqual({ year: 2026, month: 11, day: 20 });
  });

  it('orders months', () => {
    expect(isBefore({ year: 2025, month: 12 }, { year: 2026, month: 1 })).toBe(true);
    expect(isBefore({ year: 2026, month: 1 }, { year: 2026, month: 1 })).toBe(false);
    expect(isSameMonth({ year: 2026, month: 1 }, { year: 2026, month: 1 })).toBe(true);
  });
});
