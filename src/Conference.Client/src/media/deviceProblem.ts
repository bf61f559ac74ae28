import type { DeviceProblem } from './LocalMediaModel';

const problems: Readonly<Partial<Record<string, DeviceProblem>>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'notFound',
  OverconstrainedError: 'notFound',
  NotReadableError: 'inUse',
  AbortError: 'inUse',
};

/** What a refused `getUserMedia` means for the person in front of it. */
export function deviceProblem(cause: unknown): DeviceProblem {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  return problems[name] ?? 'inUse';
}
