import type { ReadonlySignal } from '@preact/signals-core';

export const checkSteps = [
  'browser',
  'camera',
  'microphone',
  'server',
  'websocket',
  'stun',
  'turn-udp',
  'turn-tcp',
  'turn-tls',
] as const;

export type CheckStepName = (typeof checkSteps)[number];

/** Why a step did not pass. Each has its own advice. */
export type CheckCause =
  | 'browserLacksCalls'
  | 'insecure'
  | 'denied'
  | 'notFound'
  | 'inUse'
  | 'silent'
  | 'serverSilent'
  | 'webSocketBlocked'
  | 'stunSilent'
  | 'stunNone'
  | 'turnNone'
  | 'turnSilent'
  | 'turnRefused'
  | 'signInRequired';

/** What a step found out. */
export type CheckFinding =
  | { readonly result: 'passed'; readonly detail?: CheckDetail | undefined }
  | { readonly result: 'warning' | 'failed'; readonly cause: CheckCause };

export type CheckDetail =
  | { readonly kind: 'browser'; readonly name: string }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'heard' }
  | { readonly kind: 'delay'; readonly milliseconds: number };

export type CheckStep = { readonly name: CheckStepName } & (
  CheckFinding | { readonly result: 'waiting' | 'running' }
);

export type CheckSummary = 'works' | 'limited' | 'fails';

/** The page `/check`. */
export interface CheckModel {
  readonly steps: ReadonlySignal<readonly CheckStep[]>;
  /** Undefined while it runs. */
  readonly summary: ReadonlySignal<CheckSummary | undefined>;
  run(): Promise<void>;
  /** For who helps: no names and no address. */
  report(): string;
  close(): void;
}
