import { signal } from '@preact/signals';

/** Nothing moves by itself: the setting `Reduce motion`, or the system while nobody chose; the application keeps it up to date. */
export const reducedMotion = signal(false);
