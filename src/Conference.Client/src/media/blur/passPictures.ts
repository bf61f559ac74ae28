import type { BlurAnswer, BlurOrder } from './messages';

/** Enough for people who sit and talk, at half of what every picture of a camera would cost. */
const interval = 50;

/** For browsers that have no streams of pictures: the page takes one after the other and shows the worker's on a canvas. */
export async function passPictures(
  source: MediaStreamTrack,
  worker: Worker,
  until: AbortSignal,
): Promise<MediaStreamTrack> {
  const video = await play(source, until);
  until.throwIfAborted();
  const canvas = document.createElement('canvas');
  const screen = canvas.getContext('bitmaprenderer');
  const [track] = canvas.captureStream().getVideoTracks();
  if (!screen || !track) {
    throw new Error('This browser makes no track of a canvas.');
  }
  let isBusy = false;
  const show = ({ data }: MessageEvent<BlurAnswer>) => {
    if (data.kind === 'blurred' && data.picture) {
      Object.assign(canvas, { width: data.picture.width, height: data.picture.height });
      screen.transferFromImageBitmap(data.picture);
      isBusy = false;
    }
  };
  worker.addEventListener('message', show, { signal: until });
  const take = async () => {
    if (!isBusy && video.videoWidth > 0) {
      isBusy = true;
      isBusy = await pass(video, worker, until);
    }
  };
  const timer = setInterval(() => void take(), interval);
  until.addEventListener('abort', () => {
    clearInterval(timer);
    track.stop();
  });
  return track;
}

async function play(source: MediaStreamTrack, until: AbortSignal): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([source]);
  // One that waits to play is told that it never will.
  until.addEventListener('abort', () => (video.srcObject = null));
  await video.play();
  return video;
}

/** Whether the worker has one more picture to work on. */
async function pass(video: HTMLVideoElement, worker: Worker, until: AbortSignal): Promise<boolean> {
  // A camera between two pictures has none to give.
  const picture = await createImageBitmap(video).catch(() => undefined);
  if (!picture || until.aborted) {
    picture?.close();
    return false;
  }
  worker.postMessage({ kind: 'picture', picture } satisfies BlurOrder, [picture]);
  return true;
}
