const windowMilliseconds = 20;
const maximumBatch = 32;

/** Collects candidates for a moment, so that a burst of them is one signal. */
export class CandidateBatch {
  private candidates: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (candidates: readonly string[]) => void) {}

  add(candidate: string): void {
    this.candidates.push(candidate);
    if (this.candidates.length >= maximumBatch) {
      this.flush();
    } else {
      this.timer ??= setTimeout(() => this.flush(), windowMilliseconds);
    }
  }

  /** Those of an older description are of no use any more. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.candidates = [];
  }

  private flush(): void {
    const { candidates } = this;
    this.clear();
    this.send(candidates);
  }
}
