import type { DeviceProblem } from './LocalMediaModel';

const problems: Readonly<Partial<Record<string, DeviceProblem>>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'notFound',
  OverconstrainedError: 'notFound',
  NotReadableError: 'inUse',
  AbortError: 'inUse',
};

const nameOf = (cause: unknown): string =>
  cause instanceof Error || cause instanceof DOMException ? cause.name : '';

/** What a refused `getUserMedia` means for the person in front of it. */
export function deviceProblem(cause: unknown): DeviceProblem {
  return problems[nameOf(cause)] ?? 'inUse';
}

/** No device is what was asked for. */
export function isOverconstrained(cause: unknown): boolean {
  return nameOf(cause) === 'OverconstrainedError';
}
