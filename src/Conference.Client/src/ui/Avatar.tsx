import { classNames } from './classNames';
import { hueOf, initialsOf } from './person';

interface Props {
  readonly personId: string;
  readonly name: string;
  /** Without one it is 36px, or what the place around it says. */
  readonly size?: 28;
}

/** Decoration: the name always stands beside it. */
export function Avatar({ personId, name, size }: Props) {
  return (
    <span
      class={classNames('avatar', size && `s${size}`)}
      style={{ '--h': hueOf(personId) }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
