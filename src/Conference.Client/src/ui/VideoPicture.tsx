import { useLayoutEffect, useRef } from 'preact/hooks';

/** A picture without sound. */
export function VideoPicture({ stream }: { readonly stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current;
    if (element) {
      element.srcObject = stream;
    }
    return () => {
      if (element) {
        element.srcObject = null;
      }
    };
  }, [stream]);
  return <video ref={video} class="video" autoplay muted playsInline aria-hidden="true" />;
}
