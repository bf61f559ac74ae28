import { computed, signal } from '@preact/signals-core';
import {
  checkSteps,
  type CheckDetail,
  type CheckFinding,
  type CheckModel,
  type CheckStep,
  type CheckStepName,
  type CheckSummary,
} from './checkModel';

export type CheckRuns = Readonly<
  Record<CheckStepName, (until: AbortSignal) => Promise<CheckFinding>>
>;

/** Without these nobody hears or sees anything. */
const needed: readonly CheckStepName[] = ['browser', 'server'];
const devices: readonly CheckStepName[] = ['camera', 'microphone'];

/** Tries one thing after the other that a call needs; each has its own reason why not. */
export class CheckStore implements CheckModel {
  private readonly found = signal<ReadonlyMap<CheckStepName, CheckFinding>>(new Map());
  private readonly running = signal<CheckStepName | undefined>(undefined);
  private present = new AbortController();

  constructor(private readonly runs: CheckRuns) {}

  readonly steps = computed<readonly CheckStep[]>(() =>
    checkSteps.map((name) => {
      const finding = this.found.value.get(name);
      const unfinished = this.running.value === name ? 'running' : 'waiting';
      return finding ? { name, ...finding } : { name, result: unfinished };
    }),
  );

  readonly summary = computed<CheckSummary | undefined>(() =>
    this.found.value.size === checkSteps.length ? summaryOf(this.found.value) : undefined,
  );

  async run(): Promise<void> {
    this.present.abort();
    const present = new AbortController();
    this.present = present;
    this.found.value = new Map();
    for (const name of checkSteps) {
      this.running.value = name;
      const finding = await this.runs[name](present.signal);
      if (present.signal.aborted) {
        return;
      }
      this.found.value = new Map([...this.found.value, [name, finding]]);
    }
    this.running.value = undefined;
  }

  report(): string {
    return this.steps.peek().map(line).join('\n');
  }

  close(): void {
    this.present.abort();
  }
}

function summaryOf(found: ReadonlyMap<CheckStepName, CheckFinding>): CheckSummary {
  const failed = (name: CheckStepName) => found.get(name)?.result === 'failed';
  if (needed.some(failed) || devices.every(failed)) {
    return 'fails';
  }
  return [...found.values()].every(({ result }) => result === 'passed') ? 'works' : 'limited';
}

function line(step: CheckStep): string {
  const cause = 'cause' in step ? ` (${step.cause})` : '';
  const detail = 'detail' in step && step.detail ? ` ${detailText(step.detail)}` : '';
  return `${step.name}: ${step.result}${cause}${detail}`;
}

function detailText(detail: CheckDetail): string {
  switch (detail.kind) {
    case 'browser':
      return detail.name;
    case 'size':
      return `${detail.width} x ${detail.height}`;
    case 'heard':
      return 'heard';
    case 'delay':
      return `${detail.milliseconds} ms`;
  }
}
