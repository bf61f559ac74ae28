import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { Button } from '../../../ui/Button';
import { QualityBars } from '../stage/QualityBars';

type Quality = ReturnType<ConferenceModel['ownQuality']['peek']>;

// What is written stands in the button's name too: who controls the page by voice says what is there.
const words = {
  good: 'connection.good',
  fair: 'connection.fair',
  poor: 'connection.poor',
} as const satisfies Record<Quality, PhraseKey>;

const names = {
  good: 'connection.yoursGood',
  fair: 'connection.yoursFair',
  poor: 'connection.yoursPoor',
} as const satisfies Record<Quality, PhraseKey>;

interface Props {
  readonly conference: ConferenceModel;
  readonly onOpen: () => void;
}

/** The own connection in bars and a word; opens how it does with each of the others. */
export function OwnConnection({ conference, onOpen }: Props) {
  const quality = conference.ownQuality.value;
  return (
    <Button
      variant="quiet"
      size="small"
      class="own-connection"
      aria-label={t(names[quality])}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <QualityBars quality={quality} />
      {t(words[quality])}
    </Button>
  );
}
