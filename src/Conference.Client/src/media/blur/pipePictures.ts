import type { BlurOrder } from './messages';

// Pictures of a track as streams: not in every browser, and not in the types of the DOM yet.
interface TrackStreams {
  readonly MediaStreamTrackProcessor: new (options: { readonly track: MediaStreamTrack }) => {
    readonly readable: ReadableStream<VideoFrame>;
  };
  readonly MediaStreamTrackGenerator: new (options: {
    readonly kind: 'video';
  }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };
}

const streams = globalThis as unknown as TrackStreams;

export const canStream = (): boolean =>
  'MediaStreamTrackProcessor' in globalThis && 'MediaStreamTrackGenerator' in globalThis;

/** All pictures of a track go through the worker, and the page never sees one. What it has no time for is left out by the browser. */
export function pipePictures(
  source: MediaStreamTrack,
  worker: Worker,
  until: AbortSignal,
): MediaStreamTrack {
  const { readable: pictures } = new streams.MediaStreamTrackProcessor({ track: source });
  const track = new streams.MediaStreamTrackGenerator({ kind: 'video' });
  until.addEventListener('abort', () => track.stop());
  const { writable: blurred } = track;
  const order: BlurOrder = { kind: 'streams', pictures, blurred };
  worker.postMessage(order, [pictures, blurred]);
  return track;
}
