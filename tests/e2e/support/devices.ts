import type { Page } from '@playwright/test';

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

/** Devices that a test pulls out and plugs in again (`pullOut`, `plugIn`). */
export function pluggable(): void {
  if (!isSecureContext) {
    return;
  }
  const { mediaDevices } = navigator;
  const gone = new Set<string>();
  const open = new Set<MediaStreamTrack>();
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  const present = async () => (await list()).filter(({ label }) => !gone.has(label));
  mediaDevices.enumerateDevices = present;

  const among = async (wish: boolean | MediaTrackConstraints | undefined, kind: string) => {
    if (typeof wish !== 'object') {
      return wish;
    }
    const devices = (await present()).filter((device) => device.kind === kind);
    const { exact } = (wish.deviceId ?? {}) as { readonly exact?: string };
    if (exact !== undefined && devices.every(({ deviceId }) => deviceId !== exact)) {
      throw new DOMException('It is gone', 'OverconstrainedError');
    }
    const [first] = devices;
    return gone.size > 0 && exact === undefined && first !== undefined
      ? { ...wish, deviceId: { exact: first.deviceId } }
      : wish;
  };
  mediaDevices.getUserMedia = async (wish) => {
    const audio = await among(wish?.audio, 'audioinput');
    const video = await among(wish?.video, 'videoinput');
    const stream = await ask({
      ...(audio !== undefined && { audio }),
      ...(video !== undefined && { video }),
    });
    stream.getTracks().forEach((track) => open.add(track));
    return stream;
  };
  const change = () => mediaDevices.dispatchEvent(new Event('devicechange'));
  Object.assign(window, {
    pullOut: (label: string) => {
      gone.add(label);
      change();
      for (const track of open) {
        if (track.label === label && track.readyState === 'live') {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      }
    },
    plugIn: (label: string) => {
      gone.delete(label);
      change();
    },
  });
}

interface Pluggable {
  readonly pullOut: (label: string) => void;
  readonly plugIn: (label: string) => void;
}

export const pullOut = (page: Page, label: string): Promise<void> =>
  page.evaluate((name) => (window as unknown as Pluggable).pullOut(name), label);

export const plugIn = (page: Page, label: string): Promise<void> =>
  page.evaluate((name) => (window as unknown as Pluggable).plugIn(name), label);

/** Cameras show something drawn: the inside of a closed cover, or a wall with hard edges on it and nobody before it. */
export function drawnCamera(scene: 'cover' | 'wall'): void {
  if (!isSecureContext) {
    return;
  }
  const size = { width: 640, height: 360 };
  const picture = (): MediaStreamTrack[] => {
    const canvas = Object.assign(document.createElement('canvas'), size);
    const pen = canvas.getContext('2d');
    let step = 0;
    setInterval(() => {
      if (pen !== null) {
        pen.fillStyle = scene === 'wall' ? '#888' : '#000';
        pen.fillRect(0, 0, size.width, size.height);
        pen.fillStyle = scene === 'wall' ? '#fff' : '#000';
        for (let left = (step++ % 8) - 8; left < size.width; left += 8) {
          pen.fillRect(left, 0, 4, size.height);
        }
      }
    }, 100);
    return canvas.captureStream(10).getVideoTracks();
  };
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    for (const track of stream.getVideoTracks()) {
      stream.removeTrack(track);
      picture().forEach((drawn) => stream.addTrack(drawn));
      track.stop();
    }
    return stream;
  };
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
