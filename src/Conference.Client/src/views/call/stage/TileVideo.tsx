import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly stream: MediaStream;
  /** There is a picture to look at. */
  readonly onPicture: () => void;
  /** Width by height of the picture, whenever it changes. */
  readonly onRatio?: (ratio: number) => void;
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
      onResize={({ currentTarget: { videoHeight, videoWidth } }) => {
        setUpright(videoHeight > videoWidth);
        if (videoHeight > 0) {
          onRatio?.(videoWidth / videoHeight);
        }
      }}
    />
  );
}
