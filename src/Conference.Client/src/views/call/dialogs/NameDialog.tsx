import { useState } from 'preact/hooks';
import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { FailureCode } from '../../../signaling/ConferenceError';
import type { ConferenceModel } from '../../../state/model';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Field, TextInput } from '../../../ui/Field';

interface Props {
  readonly conference: ConferenceModel;
  readonly onClose: () => void;
}

/** Changes the own name during the call. */
export function NameDialog({ conference, onClose }: Props) {
  const [name, setName] = useState(conference.local.peek()?.info.name ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  const save = async () => {
    setBusy(true);
    try {
      const refused = await conference.setName(name);
      setFailure(refused);
      if (refused === undefined) {
        onClose();
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('people.changeMyName')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) {
            void save();
          }
        }}
      >
        <Field label={t('people.yourName')} error={failure && failureText(failure)}>
          <TextInput
            data-autofocus
            autocomplete="name"
            maxLength={64}
            value={name}
            onText={(text) => {
              setName(text);
              setFailure(undefined);
            }}
          />
        </Field>
        <div class="row end">
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
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
