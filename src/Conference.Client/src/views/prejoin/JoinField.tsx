import { useEffect, useRef, useState } from 'preact/hooks';
import { Field, TextInput } from '../../ui';

interface Props {
  readonly label: string;
  /** How many tries there were: each one asks anew. */
  readonly tries: number;
  /** Why the last try was refused. */
  readonly error: string | undefined;
  readonly autocomplete: 'name' | 'off';
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A field of the way in. What was wrong with it gets focus, and is said until somebody writes. */
export function JoinField({ label, tries, error, autocomplete, value, onText }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [edited, setEdited] = useState(false);
  const shown = edited ? undefined : error;
  useEffect(() => setEdited(false), [tries]);
  useEffect(() => {
    if (shown !== undefined) {
      input.current?.focus();
    }
  }, [shown]);
  return (
    <Field label={label} error={shown}>
      <TextInput
        ref={input}
        big
        autocomplete={autocomplete}
        autocapitalize={autocomplete === 'off' ? 'none' : 'words'}
        spellcheck={false}
        enterkeyhint="go"
        maxLength={64}
        value={value}
        onText={(text) => {
          onText(text);
          setEdited(true);
        }}
      />
    </Field>
  );
}
