import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Field, TextInput } from './Field';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly optional?: string;
  readonly autocomplete: string;
  readonly maxLength: number;
  readonly initial: string;
  /** Resolves to what went wrong, for people, or to nothing. */
  readonly save: (text: string) => Promise<string | undefined>;
  readonly onClose: () => void;
}

/** Asks for one text and stays open, with the reason, until it is saved or given up. */
export function TextDialog({ title, initial, save, onClose, ...field }: Props) {
  const [text, setText] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setBusy(true);
    try {
      const refused = await save(text);
      setFailure(refused);
      if (refused === undefined) {
        onClose();
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) {
            void submit();
          }
        }}
      >
        <Field label={field.label} optional={field.optional} error={failure}>
          <TextInput
            data-autofocus
            autocomplete={field.autocomplete}
            maxLength={field.maxLength}
            value={text}
            onText={(changed) => {
              setText(changed);
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
