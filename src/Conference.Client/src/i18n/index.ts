export * from './format';
export { activeLanguage, preferredLanguage, setLanguage, t } from './translate';
export type { LanguageCode } from './translate';
export type { PhraseKey } from './types';
