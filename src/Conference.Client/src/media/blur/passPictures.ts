import type { BlurAnswer, BlurOrder } from './messages';
import type { Pictures } from './pipePictures';

/** Enough for people who sit and talk, at half of what every picture of a camera would cost. */
const interval = 50;

/** For browsers that have no streams of pictures: the page takes one after the other and shows the worker's on a canvas. */
export async function passPictures(source: MediaStreamTrack, worker: Worker): Promise<Pictures> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([source]);
  await video.play();
  const canvas = document.createElement('canvas');
  const screen = canvas.getContext('bitmaprenderer');
  const [track] = canvas.captureStream().getVideoTracks();
  if (!screen || !track) {
    throw new Error('This browser makes no track of a canvas.');
  }
  let isBusy = false;
  worker.addEventListener('message', ({ data }: MessageEvent<BlurAnswer>) => {
    if (data.kind === 'blurred' && data.picture) {
      Object.assign(canvas, { width: data.picture.width, height: data.picture.height });
      screen.transferFromImageBitmap(data.picture);
      isBusy = false;
    }
  });
  const take = async () => {
    if (!isBusy && video.videoWidth > 0) {
      isBusy = true;
      const picture = await createImageBitmap(video);
      worker.postMessage({ kind: 'picture', picture } satisfies BlurOrder, [picture]);
    }
  };
  const timer = setInterval(() => void take(), interval);
  return {
    track,
    close: () => {
      clearInterval(timer);
      track.stop();
      video.srcObject = null;
    },
  };
}
