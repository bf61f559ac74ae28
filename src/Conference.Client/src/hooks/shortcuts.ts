/** `d`, `Shift+L`, `?`, `F6`, `Ctrl+f` (also the command key), ` ` for the space bar. */
export type ShortcutKey = string;

export type ShortcutAction =
  | ((event: KeyboardEvent) => void)
  | { readonly down: (event: KeyboardEvent) => void; readonly up: (event: KeyboardEvent) => void };

export type Shortcuts = Readonly<Record<ShortcutKey, ShortcutAction>>;

/** The name of a pressed key as the maps spell it. */
export function keyName(event: KeyboardEvent): ShortcutKey {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    return `Ctrl+${key}`;
  }
  const isLetter = key.length === 1 && key !== key.toUpperCase();
  const shifted = event.shiftKey && (isLetter || key.length > 1);
  return shifted ? `Shift+${isLetter ? key.toUpperCase() : key}` : key;
}

/** A key that writes or acts by itself where text is typed or something is chosen. */
export const isSingleKey = (name: ShortcutKey): boolean =>
  !name.startsWith('Ctrl+') && !/^(Shift\+)?F\d+$/.test(name);

const takesKeys =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], dialog';

/** A text field, menu or dialog has focus: single keys belong to it. */
export const belongsToField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(takesKeys) !== null;

/** The space bar and Enter press what has focus. */
export const pressesTarget = (name: ShortcutKey, target: EventTarget | null): boolean =>
  (name === ' ' || name === 'Enter') &&
  target instanceof Element &&
  target.closest('button, a[href], summary, input, [role=button]') !== null;
