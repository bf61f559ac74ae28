/** The symbols in index.html. */
export type IconName =
  | 'alert'
  | 'back'
  | 'blur'
  | 'bolt'
  | 'calendar'
  | 'cam'
  | 'cam-off'
  | 'chat'
  | 'check'
  | 'clock'
  | 'copy'
  | 'down'
  | 'flip'
  | 'full'
  | 'gear'
  | 'globe'
  | 'grid'
  | 'hand'
  | 'history'
  | 'info'
  | 'fail'
  | 'pass'
  | 'keyboard'
  | 'leave'
  | 'left'
  | 'link'
  | 'loader'
  | 'lock'
  | 'mail'
  | 'mic'
  | 'mic-off'
  | 'moon'
  | 'more'
  | 'move'
  | 'people'
  | 'picture'
  | 'pin'
  | 'plus'
  | 'record'
  | 'refresh'
  | 'right'
  | 'screen'
  | 'search'
  | 'send'
  | 'shield'
  | 'smile'
  | 'speaker'
  | 'spot'
  | 'star'
  | 'sun'
  | 'up'
  | 'user-x'
  | 'x'
  | 'edit';

interface Props {
  readonly name: IconName;
  readonly size?: 16 | 20 | 24;
  readonly class?: string;
}

const sizes = { 16: 'i i16', 20: 'i', 24: 'i i24' } as const;

export function Icon({ name, size = 20, class: extra }: Props) {
  return (
    <svg
      class={extra ? `${sizes[size]} ${extra}` : sizes[size]}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <use href={`#i-${name}`} />
    </svg>
  );
}
