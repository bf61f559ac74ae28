import { useEachNotice } from '../../../hooks';
import { formatList, t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type {
  ConferenceModel,
  ConferenceNotice,
  DeviceKind,
  DeviceProblem,
  ScreenProblem,
  SettingsModel,
} from '../../../state/model';
import { announce } from '../../../ui/announce';
import { toast } from '../../../ui/toast';
import { tellHostAct } from './hostActs';
import { hostFailureText } from './hostFailures';
import { playChime } from './playChime';

/** Says what happens in the room: who came and went in a toast, a raised hand, which the tile shows, only to those who listen. */
export function useNotices(conference: ConferenceModel, settings: SettingsModel): void {
  useEachNotice(conference, (notice) => {
    tell(notice, conference);
    sound(notice, settings.settings.peek().sounds);
  });
}

function tell(notice: ConferenceNotice, conference: ConferenceModel): void {
  switch (notice.kind) {
    case 'joined':
      toast(t('call.joined', { name: notice.name }));
      break;
    case 'left':
      tellWhoLeft(notice);
      break;
    case 'handRaised':
      announce(t('call.raisedHand', { name: notice.name }));
      break;
    case 'deviceProblem':
      toast(t(deviceProblem(notice.device, notice.problem)));
      break;
    // The stage shows it.
    case 'sharing':
      announce(t('call.isSharing', { name: notice.name }));
      break;
    case 'sharingKept':
      toast(t('call.sharingKept'));
      break;
    case 'audioOnly':
      toast(t('call.audioOnly'));
      break;
    case 'screenProblem':
      toast(t(screenProblems[notice.problem]));
      break;
    case 'tooFast':
      toast(t('call.tooFast'));
      break;
    case 'codeChanged':
      toast(codeChange(notice));
      break;
    case 'hostActed':
      tellHostAct(notice.by, notice.act, conference);
      break;
    case 'askedAgain':
      toast(t('hosting.clickAgain', { action: t(`hosting.${notice.deed}`) }));
      break;
    case 'hostActionFailed':
      toast(hostFailureText(notice.code));
      break;
    // The tip above the microphone, the notices of the lobby and those of the devices tell these.
    case 'deviceNews':
    case 'mutedWhileSpeaking':
    case 'guestWaiting':
      break;
  }
}

function codeChange({ came, went }: Extract<ConferenceNotice, { kind: 'codeChanged' }>): string {
  if (came.length > 0) {
    return t('code.changedByJoining', { names: formatList(came) });
  }
  return went.length > 0
    ? t('code.changedByLeaving', { names: formatList(went) })
    : t('code.changed');
}

/** When the call ends everybody goes: that is said by the page that comes then. */
function tellWhoLeft({ name, reason }: Extract<ConferenceNotice, { kind: 'left' }>): void {
  if (reason !== 'ended') {
    toast(reason === 'removed' ? t('hosting.wasRemoved', { name }) : t('call.left', { name }));
  }
}

function sound({ kind }: ConferenceNotice, isWanted: boolean): void {
  if (isWanted && (kind === 'joined' || kind === 'left')) {
    playChime(kind);
  }
}

const problems = {
  microphone: {
    denied: 'call.microphoneDenied',
    notFound: 'call.microphoneNotFound',
    inUse: 'common.microphoneInUse',
    insecure: 'common.insecure',
  },
  camera: {
    denied: 'call.cameraDenied',
    notFound: 'call.cameraNotFound',
    inUse: 'common.cameraInUse',
    insecure: 'common.insecure',
  },
} as const satisfies Record<'microphone' | 'camera', Record<DeviceProblem, PhraseKey>>;

const screenProblems = {
  unsupported: 'call.screenUnsupported',
  failed: 'call.screenFailed',
} as const satisfies Record<ScreenProblem, PhraseKey>;

function deviceProblem(device: DeviceKind, problem: DeviceProblem) {
  return device === 'speaker' ? 'call.speakerProblem' : problems[device][problem];
}
