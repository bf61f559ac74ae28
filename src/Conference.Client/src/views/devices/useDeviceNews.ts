import { useEachNotice } from '../../hooks';
import { t } from '../../i18n';
import type {
  ConferenceModel,
  ConferenceNotice,
  ConferencePhase,
  DeviceNews,
} from '../../state/model';
import { toast } from '../../ui/toast';
import { collect } from './plugNews';

const noted: readonly ConferencePhase['kind'][] = ['loading', 'preJoin', 'joining'];

/** What one page told already, when the next one comes. */
const told = new WeakSet<ConferenceNotice>();

/** Says what happened to the own devices by itself, before a call and in it. */
export function useDeviceNews(conference: ConferenceModel): void {
  useEachNotice(conference, (notice) => {
    if (notice.kind === 'deviceNews' && !told.has(notice)) {
      told.add(notice);
      tell(notice.news, conference);
    }
  });
}

function tell(news: DeviceNews, conference: ConferenceModel): void {
  switch (news.kind) {
    case 'replaced':
    case 'found':
      collect(news, conference.media);
      break;
    case 'black':
      // Before one asks to join a note says so for as long as the picture is black.
      if (!noted.includes(conference.phase.peek().kind)) {
        toast(t('common.cameraBlack'));
      }
      break;
    case 'effectEnded':
      tellEffectEnded(news, conference);
      break;
  }
}

type EffectEnded = Extract<DeviceNews, { kind: 'effectEnded' }>;

function tellEffectEnded({ effect, trouble }: EffectEnded, conference: ConferenceModel): void {
  const isSlow = trouble === 'tooSlow';
  if (effect === 'noiseSuppression') {
    toast(t(isSlow ? 'common.noiseTooSlow' : 'common.noiseFailed'));
    return;
  }
  const show = { label: t('common.showWithoutBlur'), onSelect: () => showWithoutBlur(conference) };
  toast(t(isSlow ? 'common.blurTooSlow' : 'common.blurFailed'), { actions: [show] });
}

function showWithoutBlur(conference: ConferenceModel): void {
  conference.media.setEffect('blur', false);
  if (conference.media.camera.peek() === 'off') {
    void conference.toggleCamera();
  }
}
