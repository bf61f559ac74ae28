/** What the connections' own estimates say in one look. */
export interface PathCapacity {
  /** Bits a second that all connections together are estimated to carry; undefined as long as no browser said so. */
  readonly carried: number | undefined;
  /** Some picture is sent worse than it should be, because the network does not carry more. */
  readonly limited: boolean;
}

const least = 150_000;
const most = 20_000_000;
const spare = 0.95;
const growth = 1.06;
const shrink = 0.7;

/**
 * How much may be sent in all. What the connections estimate counts only while it limits them: as long as it does not, nobody has measured how much
 * more there is, and the guess grows slowly. So a network that got worse is followed at once, and one that got better without a jump.
 */
export class UploadEstimate {
  private guess = most;

  get bitsPerSecond(): number {
    return this.guess;
  }

  /** To be called once a second. */
  follow({ carried, limited }: PathCapacity): void {
    if (limited && carried !== undefined) {
      // Never by more than a third at once: one bad second is no network.
      this.guess = Math.max(least, this.guess * shrink, Math.min(this.guess, carried * spare));
    } else {
      this.guess = Math.min(most, this.guess * growth);
    }
  }
}
