export { useAttention } from './useAttention';
export { usePending } from './usePending';
export { phone, useMediaQuery } from './useMediaQuery';
export { reducedMotion } from './reducedMotion';
export { singleKeysAllowed, useShortcuts } from './useShortcuts';
export { rememberFocus, useRecoveredFocus } from './useRecoveredFocus';
export { useNow } from './useNow';
export { useTimeout } from './useTimeout';
export { useTitle } from './useTitle';
