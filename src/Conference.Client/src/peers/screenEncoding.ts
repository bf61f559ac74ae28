const bitrateForAll = 7_500_000;
const highestBitrate = 2_500_000;
const lowestBitrate = 500_000;

export interface ScreenEncoding {
  readonly maxBitrate: number;
  readonly maxFramerate: number;
  readonly scaleResolutionDownBy: 1;
}

/** How a screen is sent to each of so many: always in its own size, since text that was made smaller cannot be read. */
export function screenEncoding(receivers: number, contentHint: string): ScreenEncoding {
  const share = Math.floor(bitrateForAll / Math.max(1, receivers));
  return {
    maxBitrate: Math.min(highestBitrate, Math.max(lowestBitrate, share)),
    maxFramerate: contentHint === 'motion' ? 30 : 15,
    scaleResolutionDownBy: 1,
  };
}
