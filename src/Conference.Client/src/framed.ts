/** So long after a first click, or after the question it led to, a second one is meant. */
export const deliberateAfter = 500;

/** Whether another site shows the page in a frame, where what one clicks may not be what one sees. */
export const isFramed = (): boolean => globalThis.top !== globalThis.self;
