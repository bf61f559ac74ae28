export { phone, useMediaQuery } from './useMediaQuery';
export { reducedMotion } from './reducedMotion';
export { singleKeysAllowed, useShortcuts } from './useShortcuts';
export { useFocusReturn } from './useFocusReturn';
export { rememberFocus, useRecoveredFocus } from './useRecoveredFocus';
export { useNow } from './useNow';
export { useTimeout } from './useTimeout';
export { useTitle } from './useTitle';
export type { Shortcuts } from './shortcuts';
