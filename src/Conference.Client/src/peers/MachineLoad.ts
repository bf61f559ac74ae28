/** How sending pictures went since the last look. */
export interface SendingEffort {
  /** Share of one core that encoding took, 0 to the number of cores. */
  readonly encoding: number;
  /** The browser itself says that the processor is what limits a picture. */
  readonly limited: boolean;
  /** Pictures a second that were sent, of those that should have been: the worst, 0 to 1. */
  readonly kept: number;
  /** Pictures a second that the camera brought, of those that are enough to move smoothly: 0 to 1. */
  readonly brought: number;
  /** Pixels a second that were to be encoded. */
  readonly pixelRate: number;
}

export interface Machine {
  readonly cores: number;
  /** Small, warm, and running from a battery. */
  readonly phone: boolean;
}

const corePixelRate = 640 * 360 * 30 * 2;
const most = 4;
/** A few small pictures: when these are too much, it is not their size. */
const leastPixelRate = 2_000_000;
const step = 0.6;
const badLooks = 2;
/** What a fall is good for shows a little later. */
const pauseLooks = 2;
const goodLooks = 10;
const longest = 80;
const tooMuch = 0.45;
const easy = 0.25;
/** Browsers thin pictures out unevenly: of 25 a second, of which 20 are wanted, some send every other one. */
const enoughKept = 0.5;
/** Cameras in the dark bring fifteen a second: that is no sign of a slow machine. */
const enoughBrought = 0.9;
/** A camera that brings less is the machine's fault only when encoding takes at least this. */
const busy = 0.15;

/** Pictures a second that still look smooth, where there is not enough for more; in a crowd each is looked at less. */
export function smoothFrameRateFor(receivers: number): number {
  return receivers <= 5 ? 16 : 10;
}

/**
 * How many pixels a second this machine may encode. Less at once when it cannot keep up, so that pictures become smaller before they
 * become rare; more only after a while in which it was easy, and later each time that this turned out to be too early.
 */
export class MachineLoad {
  private readonly whole: number;
  private rate: number;
  private slow = false;
  private bad = 0;
  private good = 0;
  private patience = goodLooks;

  constructor(private readonly machine: Machine) {
    const { cores, phone } = machine;
    this.whole = corePixelRate * Math.min(cores, most) * (phone ? 0.4 : 1);
    this.rate = this.whole;
  }

  get pixelRate(): number {
    return this.rate;
  }

  /** Each picture costs something, however small it is: once smaller ones were not enough, they become fewer. */
  frameRateFor(receivers: number): number {
    return this.slow ? smoothFrameRateFor(receivers) : Infinity;
  }

  /** To be called once a second. */
  follow(effort: SendingEffort): void {
    const strained = this.isStrained(effort);
    this.bad = strained || this.bad < 0 ? this.bad + 1 : 0;
    this.good = !strained && this.isEasy(effort) ? this.good + 1 : 0;
    if (this.bad >= badLooks) {
      this.fall(effort.pixelRate);
    } else if (this.good >= this.patience) {
      this.rise();
    }
  }

  private isStrained(effort: SendingEffort): boolean {
    const share = this.shareOf(effort);
    const starves = effort.brought < enoughBrought && share > busy;
    return effort.limited || share > tooMuch || effort.kept < enoughKept || starves;
  }

  private isEasy(effort: SendingEffort): boolean {
    return this.shareOf(effort) < easy && effort.brought >= enoughBrought;
  }

  private shareOf({ encoding }: SendingEffort): number {
    return encoding / this.machine.cores;
  }

  /** Less than what was too much, not than what was allowed. */
  private fall(used: number): void {
    this.bad = -pauseLooks;
    this.slow = this.rate < this.whole;
    this.rate = Math.max(leastPixelRate, step * Math.min(this.rate, used));
    this.patience = Math.min(longest, this.patience * 2);
  }

  private rise(): void {
    this.good = 0;
    this.rate = Math.min(this.whole, this.rate / step);
    this.slow &&= this.rate < this.whole;
  }
}
