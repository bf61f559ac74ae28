import type { PhraseKey } from '../../i18n';
import type { DeviceProblem, LocalMediaModel } from '../../state/model';

/** Which devices a problem is about. */
export type Devices = 'both' | 'camera' | 'microphone';

export interface Problem {
  readonly kind: DeviceProblem;
  readonly devices: Devices;
}

/** What to tell about the devices: one problem when both have the same one, else one each. */
export function findProblems(
  camera: DeviceProblem | undefined,
  microphone: DeviceProblem | undefined,
): readonly Problem[] {
  if (camera !== undefined && camera === microphone) {
    return [{ kind: camera, devices: 'both' }];
  }
  const problems: Problem[] = [];
  if (camera) {
    problems.push({ kind: camera, devices: 'camera' });
  }
  if (microphone) {
    problems.push({ kind: microphone, devices: 'microphone' });
  }
  return problems;
}

export const problemsOf = ({ cameraProblem, microphoneProblem }: LocalMediaModel) =>
  findProblems(cameraProblem.value, microphoneProblem.value);

/** Neither camera nor microphone can be used. */
export const hasNoDevices = (problems: readonly Problem[]): boolean =>
  problems.length > 1 || problems[0]?.devices === 'both';

type Phrases = Readonly<Record<Devices, PhraseKey & `${'prejoin' | 'common'}.${string}`>>;

export const deniedTitles = {
  both: 'prejoin.deniedBoth',
  camera: 'prejoin.deniedCamera',
  microphone: 'prejoin.deniedMicrophone',
} as const satisfies Phrases;

export const allowSteps = {
  both: 'prejoin.stepAllowBoth',
  camera: 'prejoin.stepAllowCamera',
  microphone: 'prejoin.stepAllowMicrophone',
} as const satisfies Phrases;

export const blockedTitles = {
  both: 'prejoin.blockedBoth',
  camera: 'prejoin.blockedCamera',
  microphone: 'prejoin.blockedMicrophone',
} as const satisfies Phrases;

const inUse = {
  both: 'prejoin.devicesInUse',
  camera: 'common.cameraInUse',
  microphone: 'common.microphoneInUse',
} as const satisfies Phrases;

const missing = {
  both: 'prejoin.devicesMissing',
  camera: 'common.cameraMissing',
  microphone: 'common.microphoneMissing',
} as const satisfies Phrases;

/** The one sentence for everything but a denied device, which needs steps. */
export function problemSentence({ kind, devices }: Problem) {
  switch (kind) {
    case 'inUse':
      return inUse[devices];
    case 'notFound':
      return missing[devices];
    case 'insecure':
      return 'common.insecure';
    case 'denied':
      return deniedTitles[devices];
  }
}
