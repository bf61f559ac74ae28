import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly description?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Named by its title alone; the sentence under it is its description. */
export function Switch({ label, description, checked, onChange }: Props) {
  const id = useId();
  return (
    <div class="setting">
      <label for={id}>
        {label}
        {description && <span id={`${id}-about`}>{description}</span>}
      </label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-describedby={description && `${id}-about`}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
