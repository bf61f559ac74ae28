// Broken devices, played by replacing what the browser answers. Each runs in every page before its own scripts, the empty first
// one included, which has no devices to replace.

/** Nobody allows anything until the test says so (`allowDevices`). */
export function denied(): void {
  if (!isSecureContext) {
    return;
  }
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
  if (!isSecureContext) {
    return;
  }
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
  navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
}

/** Another program has the camera; the microphone works. */
export function cameraInUse(): void {
  if (!isSecureContext) {
    return;
  }
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (constraints) =>
    constraints?.video
      ? Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))
      : real(constraints);
}
