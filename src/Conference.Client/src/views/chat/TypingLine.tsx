import { t } from '../../i18n';

/** Who is writing. Its place is always there. */
export function TypingLine({ names }: { readonly names: readonly string[] }) {
  return (
    <p class="typing" role="status">
      {names.length > 0 && (
        <>
          <span class="d" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span class="clip">{typingText(names)}</span>
        </>
      )}
    </p>
  );
}

const typingText = ([name = '', ...others]: readonly string[]): string =>
  others.length === 0 ? t('chat.typing', { name }) : t('chat.severalTyping');
