import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  belongsToField,
  isSingleKey,
  keyName,
  pressesTarget,
  type ShortcutAction,
  type Shortcuts,
} from './shortcuts';

/** The setting `Single-key shortcuts`; the application keeps it up to date. */
export const singleKeysAllowed = signal(true);

function isBlocked(name: string, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) {
    return true;
  }
  if (document.querySelector('dialog[open]') !== null) {
    return true;
  }
  return (
    isSingleKey(name) &&
    (!singleKeysAllowed.peek() || belongsToField(event.target) || pressesTarget(name, event.target))
  );
}

const handlerOf = (action: ShortcutAction, phase: 'down' | 'up') =>
  typeof action === 'function' ? (phase === 'down' ? action : undefined) : action[phase];

/** Keys of the whole page. Single keys rest in text fields, menus and dialogs, and when the setting is off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const held = new Map<string, (event: KeyboardEvent) => void>();
    const onDown = (event: KeyboardEvent) => {
      const name = keyName(event);
      const action = latest.current[name];
      if (!action || isBlocked(name, event)) {
        return;
      }
      event.preventDefault();
      if (event.repeat) {
        return;
      }
      handlerOf(action, 'down')?.(event);
      const release = handlerOf(action, 'up');
      if (release) {
        held.set(event.code, release);
      }
    };
    const onUp = (event: KeyboardEvent) => {
      held.get(event.code)?.(event);
      held.delete(event.code);
    };
    // A key that is let go while another window has focus, or another tab is shown, says nothing: let go of all.
    const onBlur = () => {
      held.forEach((release) => release(new KeyboardEvent('keyup')));
      held.clear();
    };
    addEventListener('keydown', onDown);
    addEventListener('keyup', onUp);
    addEventListener('blur', onBlur);
    document.addEventListener('visibilitychange', onBlur);
    return () => {
      onBlur();
      removeEventListener('keydown', onDown);
      removeEventListener('keyup', onUp);
      removeEventListener('blur', onBlur);
      document.removeEventListener('visibilitychange', onBlur);
    };
  }, []);
}
