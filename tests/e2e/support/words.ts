import { german as germanCatalogue } from '../../../src/Conference.Client/src/i18n/de';
import { ownRecording as germanOwnRecording } from '../../../src/Conference.Client/src/i18n/de/ownRecording';
import { recording as germanRecording } from '../../../src/Conference.Client/src/i18n/de/recording';
import { english as englishCatalogue } from '../../../src/Conference.Client/src/i18n/en';
import { ownRecording } from '../../../src/Conference.Client/src/i18n/en/ownRecording';
import { recording } from '../../../src/Conference.Client/src/i18n/en/recording';

const english = { ...englishCatalogue, recording, ownRecording };
const german = {
  ...germanCatalogue,
  recording: germanRecording,
  ownRecording: germanOwnRecording,
};

export type Language = 'en' | 'de';

interface Phrase {
  readonly english: string;
  readonly german: string;
}

const placeholder = /\{(\w+)\}/g;

/** Every phrase in both languages side by side, one for each plural form. */
export const phrases: readonly Phrase[] = Object.entries(english).flatMap(([area, values]) =>
  Object.entries(values).flatMap(([key, value]) => {
    const other = (german as unknown as Record<string, Record<string, Value>>)[area]?.[key] ?? '';
    return both(value as Value, other);
  }),
);

type Value = string | { readonly one: string; readonly other: string };

function both(value: Value, other: Value): Phrase[] {
  return (['one', 'other'] as const).map((form) => ({
    english: inForm(value, form),
    german: inForm(other, form),
  }));
}

function inForm(value: Value, form: 'one' | 'other'): string {
  return typeof value === 'string' ? value : value[form];
}

/** Matches the phrase with anything in its places. */
export function template(phrase: string): RegExp {
  const parts = phrase.split(placeholder).filter((_, index) => index % 2 === 0);
  return new RegExp(`^${parts.map(escape).join('(.+)')}$`);
}

/** What the page says in this language where it says this in English; all of it, when that depends on the place. */
export function word(text: string, language: Language): string | RegExp {
  if (language === 'en') {
    return text;
  }
  const exact = phrases.filter((phrase) => phrase.english === text);
  const found = exact.length > 0 ? exact : phrases.filter((phrase) => fits(phrase, text));
  const options = found.map((phrase) => fill(phrase, text)).map(escape);
  return options.length === 0 ? text : new RegExp(`^(${[...new Set(options)].join('|')})$`);
}

function fits({ english: phrase }: Phrase, text: string): boolean {
  return (
    phrase.includes('{') &&
    /\p{L}{3}/u.test(phrase.replace(placeholder, '')) &&
    template(phrase).test(text)
  );
}

function fill(phrase: Phrase, text: string): string {
  const names = [...phrase.english.matchAll(placeholder)].map((match) => match[1]);
  const values = template(phrase.english).exec(text)?.slice(1) ?? [];
  return phrase.german.replace(placeholder, (_, name: string) => values[names.indexOf(name)] ?? '');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
