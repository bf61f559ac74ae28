const windowMilliseconds = 20;
const firstWindowMilliseconds = 5;
const maximumBatch = 32;

/** Collects candidates for a moment, so that a burst of them is one signal. */
export class CandidateBatch {
  private candidates: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private window = firstWindowMilliseconds;
  private resolveFirst: () => void = () => undefined;
  /** The first ones, of this machine's own addresses, are most often the ones that connect. */
  readonly firstSent = new Promise<void>((resolve) => (this.resolveFirst = resolve));

  constructor(private readonly send: (candidates: readonly string[]) => void) {}

  add(candidate: string): void {
    this.candidates.push(candidate);
    if (this.candidates.length >= maximumBatch) {
      this.flush();
    } else {
      this.timer ??= setTimeout(() => this.flush(), this.window);
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
    this.window = windowMilliseconds;
    this.send(candidates);
    this.resolveFirst();
  }
}
