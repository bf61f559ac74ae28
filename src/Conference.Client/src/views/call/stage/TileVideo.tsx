import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly stream: MediaStream;
  /** There is a picture to look at. */
  readonly onPicture?: (() => void) | undefined;
  /** Told the picture's width to its height, whenever they change. */
  readonly onRatio?: ((ratio: number) => void) | undefined;
}

/** The picture alone: sound is played elsewhere, so the browser never refuses to start it. */
export function TileVideo({ stream, onPicture, onRatio }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [upright, setUpright] = useState(false);
  useLayoutEffect(() => {
    const element = video.current;
    if (element === null) {
      return undefined;
    }
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return (
    <video
      ref={video}
      class={upright ? 'video upright' : 'video'}
      autoPlay
      playsInline
      muted
      aria-hidden="true"
      onLoadedData={onPicture}
      onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
        setUpright(videoHeight > videoWidth);
        if (videoWidth > 0 && videoHeight > 0) {
          onRatio?.(videoWidth / videoHeight);
        }
      }}
    />
  );
}
