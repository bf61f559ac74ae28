// Broken devices, played by replacing what the browser answers. Each runs in the page, before its own scripts.

/** Nobody allows anything until the test says so (`allowDevices`). */
export function denied(): void {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (constraints) =>
    'allowed' in window
      ? real(constraints)
      : Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
}

export function allowDevices(): void {
  Object.assign(window, { allowed: true });
}

/** There is neither camera nor microphone. */
export function missing(): void {
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
  navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
}

/** Another program has the camera; the microphone works. */
export function cameraInUse(): void {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (constraints) =>
    constraints?.video
      ? Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))
      : real(constraints);
}
