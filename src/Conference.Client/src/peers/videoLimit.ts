/** What one receiver is sent at most; the names are those of `RTCRtpEncodingParameters`. */
export interface VideoLimit {
  readonly maxBitrate: number;
  readonly maxFramerate: number;
  readonly scaleResolutionDownBy: number;
}

/** Every receiver costs an encoding and a share of the upload, and more people have smaller tiles. */
export function videoLimit(receivers: number): VideoLimit {
  if (receivers <= 1) {
    return { maxBitrate: 1_500_000, maxFramerate: 30, scaleResolutionDownBy: 1 };
  }
  if (receivers <= 3) {
    return { maxBitrate: 600_000, maxFramerate: 24, scaleResolutionDownBy: 2 };
  }
  if (receivers <= 7) {
    return { maxBitrate: 350_000, maxFramerate: 20, scaleResolutionDownBy: 3 };
  }
  return { maxBitrate: 200_000, maxFramerate: 15, scaleResolutionDownBy: 4 };
}
