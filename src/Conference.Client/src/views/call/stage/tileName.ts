import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { ParticipantModel } from '../../../state/model';

/** What a tile is called: `Tomás, host, muted, camera off, hand raised, good connection`; the own one starts with `You`. */
export function tileName(
  participant: ParticipantModel,
  { spotlit = false, pinned = false } = {},
): string {
  const { info } = participant;
  return [
    participant.isLocal ? t('call.you') : info.name,
    info.isHost && t('call.host'),
    t(microphonePhrase(participant)),
    info.media.camera !== 'on' && t('call.cameraOff'),
    participant.handPlace !== undefined && t('call.handRaised'),
    pinned && t('stage.pinned'),
    spotlit && t('call.spotlight'),
    participant.speaking && t('call.speaking'),
    t(connectionPhrase(participant)),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

/** What a shared screen is called: `Screen of Tomás`, `Your screen`. */
export function screenName({ isLocal, info, screen }: ParticipantModel, pinned = false): string {
  return [
    isLocal ? t('call.yourScreen') : t('call.screenOf', { name: info.name }),
    screen?.paused === true && t('call.paused'),
    pinned && t('stage.pinned'),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function microphonePhrase({ info: { media, mutedByHost } }: ParticipantModel) {
  if (media.microphone === 'on') {
    return 'call.microphoneOn';
  }
  return mutedByHost === true ? 'call.mutedByHost' : 'call.muted';
}

function connectionPhrase({ tileState, quality }: ParticipantModel) {
  switch (tileState) {
    case 'connecting':
      return 'call.connectingWord';
    case 'repairing':
      return 'call.reconnectingWord';
    case 'lost':
      return 'call.lostWord';
    case 'connected':
      return qualityPhrases[quality];
  }
}

const qualityPhrases = {
  good: 'call.goodConnection',
  fair: 'call.fairConnection',
  poor: 'call.poorConnection',
} as const satisfies Record<ParticipantModel['quality'], PhraseKey>;
