/** How sending pictures went since the last look. */
export interface SendingEffort {
  /** Share of one core that encoding took, 0 to the number of cores. */
  readonly encoding: number;
  /** The browser itself says that the processor is what limits a picture. */
  readonly limited: boolean;
  /** Pictures a second that were sent, of those that should have been: the worst, 0 to 1. */
  readonly kept: number;
}

export interface Machine {
  readonly cores: number;
  /** Small, warm, and running from a battery. */
  readonly phone: boolean;
}

const corePixelRate = 640 * 360 * 30 * 2;
const most = 4;
const levels = [1, 0.6, 0.36, 0.22, 0.13, 0.08] as const;
const badLooks = 2;
const goodLooks = 10;
const longest = 80;
const tooMuch = 0.45;
const easy = 0.25;
/** Browsers thin pictures out unevenly: of 25 a second, of which 20 are wanted, some send every other one. */
const enoughKept = 0.5;

/**
 * How many pixels a second this machine may encode. Less at once when encoding cannot keep up, so that pictures become smaller before they
 * become rare; more only after a while in which it was easy, and later each time that this turned out to be too early.
 */
export class MachineLoad {
  private level = 0;
  private bad = 0;
  private good = 0;
  private patience = goodLooks;

  constructor(private readonly machine: Machine) {}

  get pixelRate(): number {
    const { cores, phone } = this.machine;
    return corePixelRate * Math.min(cores, most) * (phone ? 0.4 : 1) * (levels[this.level] ?? 0);
  }

  /** To be called once a second. */
  follow(effort: SendingEffort): void {
    const share = effort.encoding / this.machine.cores;
    const strained = effort.limited || share > tooMuch || effort.kept < enoughKept;
    this.bad = strained ? this.bad + 1 : 0;
    this.good = !strained && share < easy ? this.good + 1 : 0;
    if (this.bad >= badLooks) {
      this.fall();
    } else if (this.good >= this.patience) {
      this.rise();
    }
  }

  private fall(): void {
    this.bad = 0;
    this.level = Math.min(levels.length - 1, this.level + 1);
    this.patience = Math.min(longest, this.patience * 2);
  }

  private rise(): void {
    this.good = 0;
    this.level = Math.max(0, this.level - 1);
  }
}
