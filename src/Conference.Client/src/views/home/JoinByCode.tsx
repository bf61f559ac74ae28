import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { parseRoomCode } from '../../state/roomCode';
import { Button, Field, navigate, TextInput } from '../../ui';

export function JoinByCode() {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const join = () => {
    const code = parseRoomCode(text);
    if (code === undefined) {
      setWrong(true);
      input.current?.focus();
      return;
    }
    navigate(`/r/${code}`);
  };
  return (
    <form
      class="pair"
      aria-label={t('home.joinForm')}
      onSubmit={(event) => {
        event.preventDefault();
        join();
      }}
    >
      <Field label={t('home.linkOrCode')} error={wrong ? t('home.badCode') : undefined}>
        <TextInput
          ref={input}
          placeholder="kmr-vxtd-hpe"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="go"
          value={text}
          onText={(next) => {
            setText(next);
            setWrong(false);
          }}
        />
      </Field>
      <Button type="submit" variant="outline">
        {t('home.join')}
      </Button>
    </form>
  );
}
