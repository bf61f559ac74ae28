import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { HostAct } from '../../../signaling/protocol.generated';
import type { ConferenceModel } from '../../../state/model';
import { toast } from '../../../ui/toast';

const phrases = {
  muted: 'hosting.mutedYou',
  videoStopped: 'hosting.stoppedYourVideo',
  screenStopped: 'hosting.stoppedYourScreen',
  askedToUnmute: 'hosting.asksYouToUnmute',
  handLowered: 'hosting.loweredYourHand',
  madeHost: 'hosting.madeYouHost',
  removedAsHost: 'hosting.removedYouAsHost',
} as const satisfies Record<HostAct, PhraseKey>;

/** A host did something to oneself. Nobody is unmuted but by their own hand. */
export function tellHostAct(host: string, act: HostAct, conference: ConferenceModel): void {
  const unmute = {
    label: t('hosting.unmute'),
    primary: true,
    onSelect: () => unmuteNow(conference),
  };
  toast(t(phrases[act], { host }), { actions: act === 'askedToUnmute' ? [unmute] : [] });
}

function unmuteNow(conference: ConferenceModel): void {
  if (conference.media.microphone.peek() === 'muted') {
    void conference.toggleMicrophone();
  }
}
