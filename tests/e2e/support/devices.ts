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

/** The microphone hears one tone that never ends: somebody who speaks without a breath. */
export function sounding(): void {
  if (!isSecureContext) {
    return;
  }
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    const [microphone] = stream.getAudioTracks();
    if (microphone) {
      const context = new AudioContext();
      const voice = context.createMediaStreamDestination();
      const tone = context.createOscillator();
      tone.connect(voice);
      tone.start();
      stream.removeTrack(microphone);
      voice.stream.getAudioTracks().forEach((track) => stream.addTrack(track));
    }
    return stream;
  };
}
