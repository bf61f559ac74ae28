import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { FailureCode } from '../../../signaling/ConferenceError';
import type { ConferenceModel } from '../../../state/model';
import { TextDialog } from '../../../ui/TextDialog';

interface Props {
  readonly conference: ConferenceModel;
  readonly onClose: () => void;
}

/** Changes the own name during the call. */
export function NameDialog({ conference, onClose }: Props) {
  return (
    <TextDialog
      title={t('people.changeMyName')}
      label={t('people.yourName')}
      autocomplete="name"
      maxLength={64}
      initial={conference.local.peek()?.info.name ?? ''}
      save={async (name) => {
        const refused = await conference.setName(name);
        return refused && failureText(refused);
      }}
      onClose={onClose}
    />
  );
}

const phrases = {
  name_required: 'prejoin.nameRequired',
  name_too_long: 'prejoin.nameTooLong',
  name_invalid: 'prejoin.nameInvalid',
  not_allowed: 'people.nameNotAllowed',
  too_fast: 'common.tooFast',
} as const satisfies Partial<Record<FailureCode, PhraseKey>>;

const isNamed = (code: FailureCode): code is keyof typeof phrases => code in phrases;

const failureText = (code: FailureCode): string =>
  t(isNamed(code) ? phrases[code] : 'people.nameNotChanged');
