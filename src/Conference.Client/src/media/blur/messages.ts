/** To the worker: all pictures of a track as streams, or one picture at a time. */
export type BlurOrder =
  | {
      readonly kind: 'streams';
      readonly pictures: ReadableStream<VideoFrame>;
      readonly blurred: WritableStream<VideoFrame>;
    }
  | { readonly kind: 'picture'; readonly picture: ImageBitmap };

/** From the worker. */
export type BlurAnswer =
  | { readonly kind: 'ready' }
  /** A picture was blurred in so many milliseconds. It is here unless it went into a stream. */
  | {
      readonly kind: 'blurred';
      readonly took: number;
      /** So much of it went into finding the people. */
      readonly segmenting: number;
      readonly picture?: ImageBitmap;
    }
  | { readonly kind: 'failed'; readonly reason: string };
