import { formatNumber, t, type PhraseKey } from '../../i18n';
import type {
  CheckCause,
  CheckDetail,
  CheckStep,
  CheckStepName,
} from '../../state/check/checkModel';

export const stepNames = {
  browser: 'check.browser',
  camera: 'common.camera',
  microphone: 'common.microphone',
  server: 'check.server',
  websocket: 'check.webSocket',
  stun: 'check.stun',
  'turn-udp': 'check.turnUdp',
  'turn-tcp': 'check.turnTcp',
  'turn-tls': 'check.turnTls',
} as const satisfies Record<CheckStepName, PhraseKey>;

const reasons = {
  browserLacksCalls: 'check.browserLacksCalls',
  insecure: 'common.insecure',
  denied: 'check.cameraDenied',
  notFound: 'common.cameraMissing',
  inUse: 'common.cameraInUse',
  silent: 'check.silent',
  serverSilent: 'check.serverSilent',
  webSocketBlocked: 'check.webSocketBlocked',
  stunSilent: 'check.stunSilent',
  stunNone: 'check.stunNone',
  turnNone: 'check.turnNone',
  turnSilent: 'check.turnTcpSilent',
  turnRefused: 'check.turnRefused',
  signInRequired: 'check.signInRequired',
} as const satisfies Record<CheckCause, PhraseKey>;

const microphoneReasons = {
  ...reasons,
  denied: 'check.microphoneDenied',
  notFound: 'common.microphoneMissing',
  inUse: 'common.microphoneInUse',
} as const satisfies Record<CheckCause, PhraseKey>;

const relaySteps: readonly CheckStepName[] = ['turn-udp', 'turn-tcp', 'turn-tls'];

export const noRelayAnswers = (steps: readonly CheckStep[]): boolean =>
  steps
    .filter(({ name }) => relaySteps.includes(name))
    .every((step) => 'cause' in step && step.cause === 'turnSilent');

/** What to do about a step that did not pass. */
export function adviceText(
  { name, cause }: Pick<CheckStep, 'name'> & { readonly cause: CheckCause },
  steps: readonly CheckStep[],
): string {
  const isTcpOpen = steps.some((step) => step.name === 'turn-tcp' && step.result === 'passed');
  if (name === 'turn-udp' && cause === 'turnSilent' && isTcpOpen) {
    return t('check.turnUdpSilent');
  }
  return name === 'microphone' ? t(microphoneReasons[cause]) : t(reasons[cause]);
}

export function detailText(detail: CheckDetail): string {
  switch (detail.kind) {
    case 'browser':
      return detail.name;
    case 'size':
      return `${detail.width} × ${detail.height}`;
    case 'heard':
      return t('check.weHearYou');
    case 'delay':
      return t('connection.milliseconds', { number: formatNumber(detail.milliseconds) });
  }
}
