import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { RoomsModel } from '../../state/model';
import { Button, Field, navigate, TextInput } from '../../ui';

const problems = {
  titleTooLong: 'common.titleTooLong',
  titleInvalid: 'common.titleInvalid',
  signInRequired: 'home.signInRequired',
  unreachable: 'common.unreachable',
  tooFast: 'common.tooFast',
} as const;

export function StartForm({ rooms }: { readonly rooms: RoomsModel }) {
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const problem = rooms.createProblem.value;
  const start = async () => {
    setBusy(true);
    try {
      const code = await rooms.create(title);
      if (code !== undefined) {
        navigate(`/r/${code}`);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="stack"
      aria-label={t('home.startForm')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) {
          void start();
        }
      }}
    >
      <Field
        label={t('home.roomTitle')}
        optional={t('home.optional')}
        error={problem && t(problems[problem])}
      >
        <TextInput
          big
          placeholder={t('home.titlePlaceholder')}
          autocomplete="off"
          maxLength={80}
          value={title}
          onText={setTitle}
        />
      </Field>
      <Button type="submit" variant="primary" size="big" icon="cam" wide busy={busy}>
        {t('home.startRoom')}
      </Button>
    </form>
  );
}
