import { useRef, useState } from 'preact/hooks';
import { singleKeysAllowed, useEachNotice, useTimeout } from '../../../hooks';
import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';

const shownFor = 6_000;
const atMostEvery = 60_000;

interface Props {
  readonly conference: ConferenceModel;
}

/** Tells somebody who speaks while muted, above the microphone button and once a minute at most. */
export function MutedTip({ conference }: Props) {
  const [visible, setVisible] = useState(false);
  const lastAt = useRef(-Infinity);
  useEachNotice(conference, ({ kind }) => {
    const isDue = performance.now() - lastAt.current >= atMostEvery;
    if (kind === 'mutedWhileSpeaking' && isDue) {
      lastAt.current = performance.now();
      setVisible(true);
    }
  });
  useTimeout(() => setVisible(false), visible ? shownFor : undefined);
  const isMuted = conference.media.microphone.value === 'muted';
  return (
    <span class="tip-place" role="status">
      {visible && isMuted && <span class="tip">{mutedWords(conference)}</span>}
    </span>
  );
}

function mutedWords({ permissions }: ConferenceModel): string {
  if (!permissions.value.unmute) {
    return t('call.mutedTipRefused');
  }
  return singleKeysAllowed.value ? t('call.mutedTip') : t('call.mutedTipTouch');
}
