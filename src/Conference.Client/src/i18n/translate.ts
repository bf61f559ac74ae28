import { signal } from '@preact/signals-core';
import { english } from './en';
import type { Catalogue, Phrase, PhraseArguments, PhraseKey } from './types';

export const languages = ['en', 'de'] as const;

export type LanguageCode = (typeof languages)[number];

interface Active {
  readonly code: LanguageCode;
  readonly catalogue: Catalogue;
  readonly plurals: Intl.PluralRules;
}

// British English: the day before the month and 24 hours, as in the room's history.
const locales: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', de: 'de-DE' };

const activate = (code: LanguageCode, catalogue: Catalogue): Active => ({
  code,
  catalogue,
  plurals: new Intl.PluralRules(locales[code]),
});

const active = signal(activate('en', english));

export const activeLanguage = (): LanguageCode => active.value.code;

export const activeLocale = (): string => locales[active.value.code];

/** The browser's first language that there is a catalogue for. */
export function preferredLanguage(wanted: readonly string[]): LanguageCode {
  const primary = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return primary.map((tag) => languages.find((code) => code === tag)).find(Boolean) ?? 'en';
}

async function loadCatalogue(code: LanguageCode): Promise<Catalogue> {
  return code === 'de' ? (await import('./de')).german : english;
}

/** Loads a language and shows it everywhere: whatever calls `t` while it renders follows. */
export async function setLanguage(code: LanguageCode): Promise<void> {
  if (code === active.peek().code) {
    return;
  }
  active.value = activate(code, await loadCatalogue(code));
}

/** The phrase in the language of the page. */
export function t<Key extends PhraseKey>(key: Key, ...rest: PhraseArguments<Key>): string {
  const values: Readonly<Record<string, string | number>> = rest[0] ?? {};
  const { catalogue, plurals } = active.value;
  return fill(choose(find(catalogue, key), values['count'], plurals), values);
}

function find(catalogue: Catalogue, key: PhraseKey): Phrase {
  const [area, name] = key.split('.') as [keyof Catalogue, string];
  return (catalogue[area] as Readonly<Record<string, Phrase>>)[name] ?? key;
}

function choose(phrase: Phrase, count: string | number | undefined, rules: Intl.PluralRules) {
  if (typeof phrase === 'string') {
    return phrase;
  }
  return rules.select(Number(count)) === 'one' ? phrase.one : phrase.other;
}

/** Puts values in place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(values[name] ?? placeholder),
  );
}
