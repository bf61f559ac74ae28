import { afterEach, describe, expect, it } from 'vitest';
import { german as germanCatalogue } from './de';
import { audit as germanAudit } from './de/audit';
import { checking as germanChecking } from './de/checking';
import { ownRecording as germanOwnRecording } from './de/ownRecording';
import { recording as germanRecording } from './de/recording';
import { english as englishCatalogue } from './en';
import { audit } from './en/audit';
import { checking } from './en/checking';
import { ownRecording } from './en/ownRecording';
import { recording } from './en/recording';
import {
  daysBetween,
  formatAgo,
  formatDay,
  formatDuration,
  formatFullDay,
  formatList,
  formatTime,
} from './format';
import { activeLanguage, preferredLanguage, setLanguage, t } from './translate';
import type { Phrase } from './types';

const english = { ...englishCatalogue, audit, checking, recording, ownRecording };
const german = {
  ...germanCatalogue,
  audit: germanAudit,
  checking: germanChecking,
  recording: germanRecording,
  ownRecording: germanOwnRecording,
};

const placeholders = (phrase: Phrase): string[] => {
  const texts = typeof phrase === 'string' ? [phrase] : [phrase.one, phrase.other];
  return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
};

const phrasesOf = (catalogue: object): [string, Phrase][] =>
  Object.entries(catalogue).flatMap(([area, phrases]) =>
    Object.entries(phrases as Record<string, Phrase>).map(([name, phrase]): [string, Phrase] => [
      `${area}.${name}`,
      phrase,
    ]),
  );

const germanPhrases = new Map(phrasesOf(german));

afterEach(() => setLanguage('en'));

const offenders = (phrases: Iterable<[string, Phrase]>, rule: RegExp): string[] =>
  [...phrases].filter(([, phrase]) => rule.test(JSON.stringify(phrase))).map(([key]) => key);

describe('catalogues', () => {
  it('have the same placeholders in both languages', () => {
    const differ = phrasesOf(english).filter(([key, phrase]) => {
      const translated = placeholders(germanPhrases.get(key) ?? '');
      return translated.join() !== placeholders(phrase).join();
    });
    expect(differ).toEqual([]);
  });

  it('keep to the words of the product', () => {
    const refused = /!|\.\.\.|\b(please|oops|error|meeting|session|user|attendee)\b/i;
    expect(offenders([...phrasesOf(english), ...germanPhrases], refused)).toEqual([]);
  });

  it('address nobody by du in German', () => {
    expect(offenders(germanPhrases, /\b(du|dich|dir|dein\w*)\b/i)).toEqual([]);
  });
});

describe('t', () => {
  it('fills placeholders', () => {
    expect(t('home.openRoom', { title: 'Design review' })).toBe('Open Design review');
  });

  it('does not fill what a value brings along', () => {
    expect(t('home.saidBy', { name: '{text}', text: 'a' })).toBe('{text}: a');
  });

  it.each([
    [1, 'Yuki is in the room'],
    [2, 'Yuki are in the room'],
  ])('chooses the plural form for %i', (count, text) => {
    expect(t('prejoin.inTheRoom', { names: 'Yuki', count })).toBe(text);
  });

  it('speaks German once it is loaded', async () => {
    await setLanguage('de');
    expect(activeLanguage()).toBe('de');
    expect(t('common.copyLink')).toBe('Link kopieren');
  });
});

describe('preferredLanguage', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'de'], 'de'],
    [['en-US', 'de'], 'en'],
    [['ja'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, code) => {
    expect(preferredLanguage(wanted)).toBe(code);
  });
});

describe('dates', () => {
  const now = new Date(2025, 10, 20, 17, 42);
  const at = (day: number, hour = 10, month = 10, year = 2025) =>
    new Date(year, month, day, hour, 2);

  it.each([
    [now, 'now'],
    [at(20), '10:02'],
    [at(19), 'yesterday'],
    [at(18), 'Tue'],
    [at(14), 'Fri'],
    [at(13), '13 Nov'],
    [at(3, 10, 5, 2024), '3 Jun 2024'],
  ])('formatAgo %s', (instant, text) => {
    expect(formatAgo(instant, now)).toBe(text);
  });

  it('names days', () => {
    expect(formatDay(at(20, 0), now)).toBe('Today');
    expect(formatDay(at(19, 23), now)).toBe('Yesterday');
    expect(formatDay(at(18), now)).toBe('Tuesday, 18 November');
    expect(formatFullDay(at(20), now)).toBe('Thursday, 20 November');
    expect(formatFullDay(at(31, 10, 11, 2024), now)).toBe('Tuesday, 31 December 2024');
  });

  it('writes them the German way in German', async () => {
    await setLanguage('de');
    expect(formatFullDay(at(18), now)).toBe('Dienstag, 18. November');
    expect(formatTime(at(18))).toBe('10:02');
    expect(formatList(['Tomás', 'Yuki', 'Amara'])).toBe('Tomás, Yuki und Amara');
  });

  it('counts days by the calendar', () => {
    expect(daysBetween(new Date(2025, 9, 25, 23, 59), new Date(2025, 9, 26, 0, 1))).toBe(1);
    expect(daysBetween(new Date(2025, 9, 20, 12), new Date(2025, 9, 27, 12))).toBe(7);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0:00'],
    [-5, '0:00'],
    [65.9, '1:05'],
    [3_725, '1:02:05'],
  ])('%f s is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
