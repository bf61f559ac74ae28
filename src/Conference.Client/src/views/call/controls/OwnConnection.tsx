import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { QualityBars } from '../stage/QualityBars';

const phrases = {
  good: 'call.goodConnectionLabel',
  fair: 'call.fairConnectionLabel',
  poor: 'call.poorConnectionLabel',
} as const satisfies Record<ReturnType<ConferenceModel['ownQuality']['peek']>, PhraseKey>;

interface Props {
  readonly conference: ConferenceModel;
}

/** The own connection in bars and a word. */
export function OwnConnection({ conference }: Props) {
  const quality = conference.ownQuality.value;
  return (
    <span class="own-connection small">
      <QualityBars quality={quality} />
      {t(phrases[quality])}
    </span>
  );
}
