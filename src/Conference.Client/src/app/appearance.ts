import { effect } from '@preact/signals';
import { reducedMotion, singleKeysAllowed } from '../hooks';
import { activeLanguage, preferredLanguage, setLanguage, type LanguageCode } from '../i18n';
import { log } from '../log';
import type { Settings, SettingsModel } from '../state/model';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemStill = matchMedia('(prefers-reduced-motion: reduce)');

function applyTheme({ theme }: Settings): void {
  const isDark = theme === 'dark' || (theme === 'system' && systemDark.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

function applyMotion({ reduceMotion }: Settings): void {
  reducedMotion.value = reduceMotion ?? systemStill.matches;
  document.documentElement.dataset['motion'] = reducedMotion.peek() ? 'reduced' : 'full';
}

const languageOf = ({ language }: Settings): LanguageCode =>
  language === 'system' ? preferredLanguage(navigator.languages) : language;

/** Keeps the page as the settings say, and as the system says where they follow it. */
export function followSettings({ settings }: SettingsModel): void {
  effect(() => applyTheme(settings.value));
  effect(() => applyMotion(settings.value));
  effect(() => void (singleKeysAllowed.value = settings.value.singleKeyShortcuts));
  effect(() => void (document.documentElement.lang = activeLanguage()));
  systemDark.addEventListener('change', () => applyTheme(settings.peek()));
  systemStill.addEventListener('change', () => applyMotion(settings.peek()));
}

/** Resolves when the language of the page is there, or cannot be had; later choices are followed. */
export function followLanguage({ settings }: SettingsModel): Promise<void> {
  let first: Promise<void> | undefined;
  effect(() => {
    const loaded = setLanguage(languageOf(settings.value)).catch((cause: unknown) => {
      log.warn('A language cannot be loaded; the page keeps the one it has.', cause);
    });
    first ??= loaded;
  });
  return first ?? Promise.resolve();
}
