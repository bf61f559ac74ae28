import { activeLanguage, fill } from './translate';

type Values = Readonly<Record<string, string>>;

/** Phrases that are fetched with the part that says them: in no catalogue, which every visit fetches. */
export function phrasesApart<Name extends string>(
  english: Readonly<Record<Name, string>>,
  german: Readonly<Record<Name, string>>,
) {
  return (name: Name, values: Values = {}): string =>
    fill((activeLanguage() === 'de' ? german : english)[name], values);
}
