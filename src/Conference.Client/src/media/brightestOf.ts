const size = { width: 32, height: 18 };
const patience = 2_000;

/** Looks once at what a camera shows, much smaller. A page that nobody sees may get no picture. */
export async function brightestOf(track: MediaStreamTrack): Promise<number | undefined> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    return (await hasPicture(video)) ? brightest(video) : undefined;
  } finally {
    video.srcObject = null;
  }
}

function hasPicture(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => resolve(true));
    setTimeout(() => resolve(false), patience);
  });
}

function brightest(video: HTMLVideoElement): number | undefined {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0, size.width, size.height);
  const pixels = context?.getImageData(0, 0, size.width, size.height).data;
  return (
    pixels &&
    pixels.filter((_, index) => index % 4 !== 3).reduce((one, other) => Math.max(one, other), 0)
  );
}
