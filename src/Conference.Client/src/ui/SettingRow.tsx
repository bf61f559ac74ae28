import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from './classNames';
import { FieldContext } from './Field';

interface Props {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  /** Below the description. */
  readonly extra?: ComponentChildren;
  /** One control, which gets the label as its name and the sentences as its description. */
  readonly children: ComponentChildren;
}

/** A setting whose control stands beside its title. */
export function SettingRow({ label, description, error, extra, children }: Props) {
  const id = useId();
  const describedBy = classNames(error && `${id}-error`, description && `${id}-about`) || undefined;
  return (
    <div class="setting">
      <div class="grow">
        <label for={id}>{label}</label>
        {description && (
          <p class="small muted" id={`${id}-about`}>
            {description}
          </p>
        )}
        {error && (
          <p class="small bad" id={`${id}-error`}>
            {error}
          </p>
        )}
        {extra}
      </div>
      <FieldContext.Provider value={{ id, describedBy, invalid: Boolean(error) }}>
        <div class="setting-control">{children}</div>
      </FieldContext.Provider>
    </div>
  );
}
