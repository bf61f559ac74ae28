import { Blurrer } from './Blurrer';
import type { BlurAnswer, BlurOrder } from './messages';

// A worker of its own: to look at a picture takes longer than a page may stand still.

const loading = Blurrer.load();

const answer = (message: BlurAnswer, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

const fail = (cause: unknown) => answer({ kind: 'failed', reason: String(cause) });

loading.then(() => answer({ kind: 'ready' }), fail);

self.addEventListener('message', ({ data }: MessageEvent<BlurOrder>) => {
  const work = data.kind === 'streams' ? blurStream(data) : blurPicture(data.picture);
  work.catch(fail);
});

async function blurStream({ pictures, blurred }: Streams): Promise<void> {
  const blurrer = await loading;
  const each = new TransformStream<VideoFrame, VideoFrame>({
    transform: (picture, controller) => {
      const started = performance.now();
      try {
        const { displayWidth, displayHeight, timestamp } = picture;
        const canvas = blurrer.blur(picture, displayWidth, displayHeight);
        controller.enqueue(new VideoFrame(canvas, { timestamp }));
      } finally {
        picture.close();
      }
      answer({
        kind: 'blurred',
        took: performance.now() - started,
        segmenting: blurrer.segmenting,
      });
    },
  });
  await pictures.pipeThrough(each).pipeTo(blurred);
}

async function blurPicture(picture: ImageBitmap): Promise<void> {
  try {
    const blurrer = await loading;
    const started = performance.now();
    const blurred = blurrer.blur(picture, picture.width, picture.height).transferToImageBitmap();
    const took = performance.now() - started;
    answer({ kind: 'blurred', took, segmenting: blurrer.segmenting, picture: blurred }, [blurred]);
  } finally {
    picture.close();
  }
}

type Streams = Extract<BlurOrder, { kind: 'streams' }>;
