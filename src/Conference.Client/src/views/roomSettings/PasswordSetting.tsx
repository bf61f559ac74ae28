import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { Button, SettingRow, TextInput } from '../../ui';

interface Props {
  readonly hasPassword: boolean;
  /** What is going to be saved: empty removes it, absent leaves it. */
  readonly draft: string | undefined;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
  readonly onRemove: () => void;
}

/** A password that is set cannot be read: only replaced or removed. */
export function PasswordSetting({ hasPassword, draft, error, onText, onRemove }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const isSet = hasPassword && draft !== '';
  return (
    <SettingRow
      label={t('roomSettings.password')}
      description={t('roomSettings.passwordHelp')}
      error={error}
      extra={
        isSet && (
          <Button
            variant="quiet"
            size="small"
            class="under-setting"
            onClick={() => {
              input.current?.focus();
              onRemove();
            }}
          >
            {t('roomSettings.removePassword')}
          </Button>
        )
      }
    >
      <TextInput
        ref={input}
        placeholder={isSet ? t('roomSettings.passwordSet') : t('roomSettings.passwordNone')}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxLength={64}
        value={draft ?? ''}
        onText={onText}
      />
    </SettingRow>
  );
}
