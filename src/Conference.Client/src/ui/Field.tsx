import {
  createContext,
  type ComponentChildren,
  type PartialInputHTMLAttributes,
  type Ref,
} from 'preact';
import { useContext, useId } from 'preact/hooks';
import { classNames } from './classNames';

interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export const FieldContext = createContext<FieldIds | undefined>(undefined);

/** What a control inside a `Field` needs to belong to its label, hint and error. */
export function useFieldProps() {
  const field = useContext(FieldContext);
  return {
    id: field?.id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid ? ('true' as const) : undefined,
  };
}

interface Props {
  readonly label: string;
  /** The word for it, in brackets after the label. */
  readonly optional?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A label, one control, a hint, and a line that is kept free for an error. */
export function Field({ label, optional, hint, error, children }: Props) {
  const id = useId();
  const describedBy = classNames(error && `${id}-error`, hint && `${id}-hint`) || undefined;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="faint"> ({optional})</span>}
      </label>
      <FieldContext.Provider value={{ id, describedBy, invalid: Boolean(error) }}>
        {children}
      </FieldContext.Provider>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="error" id={`${id}-error`}>
        {error}
      </div>
    </div>
  );
}

interface TextInputProps extends Pick<
  PartialInputHTMLAttributes<HTMLInputElement>,
  | 'aria-label'
  | 'autocapitalize'
  | 'autocomplete'
  | 'enterkeyhint'
  | 'maxLength'
  | 'name'
  | 'onBlur'
  | 'onFocus'
  | 'onKeyDown'
  | 'placeholder'
  | 'readOnly'
  | 'spellcheck'
> {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly big?: boolean | undefined;
  readonly 'data-autofocus'?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextInput({ onText, big, ...rest }: TextInputProps) {
  const field = useFieldProps();
  return (
    <input
      type="text"
      {...field}
      {...rest}
      class={classNames('input', big && 'big')}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
