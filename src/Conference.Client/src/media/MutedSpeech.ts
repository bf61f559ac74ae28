const speechMilliseconds = 1_000;
const restMilliseconds = 60_000;

/** Notices somebody who talks while muted: after a second of speech, once a minute at most. */
export class MutedSpeech {
  private since: number | undefined;
  private toldAt = -Infinity;

  /** True when it should be said now. */
  listen(talkingWhileMuted: boolean, now: number): boolean {
    if (!talkingWhileMuted) {
      this.since = undefined;
      return false;
    }
    this.since ??= now;
    const isDue = now - this.since >= speechMilliseconds && now - this.toldAt >= restMilliseconds;
    this.toldAt = isDue ? now : this.toldAt;
    return isDue;
  }
}
