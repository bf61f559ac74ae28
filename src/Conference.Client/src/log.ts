/** The one way to the console. Never given names, texts or addresses. */
export const log = {
  warn(message: string, cause?: unknown): void {
    console.warn(`[conference] ${message}`, ...(cause === undefined ? [] : [cause]));
  },
};
