import type { PictureWish, Wish } from './wish';

const sizes = [
  { receivers: 1, width: 1280, height: 720, frameRate: 30 },
  { receivers: 3, width: 640, height: 360, frameRate: 24 },
  { receivers: 7, width: 432, height: 243, frameRate: 20 },
  { receivers: Infinity, width: 320, height: 180, frameRate: 15 },
] as const;

/** What a receiver is sent that has not said yet what it shows: more people have smaller tiles. */
export function assumedWish(receivers: number): Wish {
  const { width, height, frameRate } = sizes.find((one) => receivers <= one.receivers) ?? sizes[3];
  const camera: PictureWish = { width, height, frameRate, pinned: false, speaking: false };
  return { camera, screen: { ...camera, width: 1920, height: 1080, frameRate: 15 } };
}
