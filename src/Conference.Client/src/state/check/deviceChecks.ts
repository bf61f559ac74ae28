import { deviceProblem } from '../../media/deviceProblem';
import type { CheckFinding } from './checkModel';

const listenMilliseconds = 3_000;
const heard = 0.001;

export async function checkCamera(devices: MediaDevices | undefined): Promise<CheckFinding> {
  return withDevice(devices, { video: true }, (stream) => {
    const { width = 0, height = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {};
    return Promise.resolve({ result: 'passed', detail: { kind: 'size', width, height } });
  });
}

/** A microphone that is silent for a while may be muted by a switch of its own. */
export async function checkMicrophone(
  devices: MediaDevices | undefined,
  createContext: () => AudioContext,
): Promise<CheckFinding> {
  return withDevice(devices, { audio: true }, async (stream) =>
    (await hears(stream, createContext()))
      ? { result: 'passed', detail: { kind: 'heard' } }
      : { result: 'warning', cause: 'silent' },
  );
}

async function withDevice(
  devices: MediaDevices | undefined,
  wanted: MediaStreamConstraints,
  look: (stream: MediaStream) => Promise<CheckFinding>,
): Promise<CheckFinding> {
  if (!devices) {
    return { result: 'failed', cause: 'insecure' };
  }
  try {
    const stream = await devices.getUserMedia(wanted);
    try {
      return await look(stream);
    } finally {
      stream.getTracks().forEach((track) => track.stop());
    }
  } catch (cause) {
    return { result: 'failed', cause: deviceProblem(cause) };
  }
}

async function hears(stream: MediaStream, context: AudioContext): Promise<boolean> {
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const ends = performance.now() + listenMilliseconds;
  let found = false;
  while (!found && performance.now() < ends) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    analyser.getFloatTimeDomainData(samples);
    found = samples.some((sample) => Math.abs(sample) > heard);
  }
  await context.close();
  return found;
}
