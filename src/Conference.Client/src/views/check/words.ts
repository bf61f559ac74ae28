import { formatNumber, t } from '../../i18n';
import { sayOfChecking } from '../../i18n/checking';
import type {
  CheckCause,
  CheckDetail,
  CheckStep,
  CheckStepName,
} from '../../state/check/checkModel';

/** In the language of the page when it is asked for. */
type Say = () => string;

const own =
  (name: Parameters<typeof sayOfChecking>[0]): Say =>
  () =>
    sayOfChecking(name);

export const stepNames: Readonly<Record<CheckStepName, Say>> = {
  browser: own('browser'),
  camera: () => t('common.camera'),
  microphone: () => t('common.microphone'),
  server: own('server'),
  websocket: own('webSocket'),
  stun: own('stun'),
  'turn-udp': own('turnUdp'),
  'turn-tcp': own('turnTcp'),
  'turn-tls': own('turnTls'),
};

const reasons: Readonly<Record<CheckCause, Say>> = {
  browserLacksCalls: own('browserLacksCalls'),
  insecure: () => t('common.insecure'),
  denied: own('cameraDenied'),
  notFound: () => t('common.cameraMissing'),
  inUse: () => t('common.cameraInUse'),
  silent: own('silent'),
  serverSilent: own('serverSilent'),
  webSocketBlocked: own('webSocketBlocked'),
  stunSilent: own('stunSilent'),
  stunNone: own('stunNone'),
  turnNone: own('turnNone'),
  turnSilent: own('turnTcpSilent'),
  turnRefused: own('turnRefused'),
  signInRequired: own('signInRequired'),
};

const microphoneReasons: Readonly<Record<CheckCause, Say>> = {
  ...reasons,
  denied: own('microphoneDenied'),
  notFound: () => t('common.microphoneMissing'),
  inUse: () => t('common.microphoneInUse'),
};

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
    return sayOfChecking('turnUdpSilent');
  }
  return (name === 'microphone' ? microphoneReasons : reasons)[cause]();
}

export function detailText(detail: CheckDetail): string {
  switch (detail.kind) {
    case 'browser':
      return detail.name;
    case 'size':
      return `${detail.width} × ${detail.height}`;
    case 'heard':
      return sayOfChecking('weHearYou');
    case 'delay':
      return t('connection.milliseconds', { number: formatNumber(detail.milliseconds) });
  }
}
