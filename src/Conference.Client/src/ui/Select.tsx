import { useFieldProps } from './Field';
import { Icon, type IconName } from './Icon';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly icon?: IconName | undefined;
  /** The name, when there is no `Field` around it. */
  readonly label?: string | undefined;
  /** Shown alone when there is nothing to choose. */
  readonly empty?: string | undefined;
}

export function Select({ options, value, onChange, icon, label, empty }: Props) {
  const field = useFieldProps();
  // Without a choice that is still there the first one is in use.
  const known = options.some((option) => option.value === value) ? value : undefined;
  const shown = known ?? options[0]?.value ?? '';
  return (
    <div class={icon ? 'select' : 'select plain'}>
      {icon && <Icon name={icon} />}
      <select
        {...field}
        aria-label={label}
        value={shown}
        disabled={options.length === 0}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.length === 0 && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === shown}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </div>
  );
}
