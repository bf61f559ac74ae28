import { t } from '../../../i18n';
import { IconButton } from '../../../ui/IconButton';

interface Props {
  readonly name: string;
  readonly isScreen?: boolean;
  readonly pinned: boolean;
  readonly tabbable: boolean;
  readonly onPin: () => void;
}

/** Makes a tile the large one, for this person alone. */
export function PinButton({ name, isScreen = false, pinned, tabbable, onPin }: Props) {
  return (
    <IconButton
      icon="pin"
      class={pinned ? 'pinned' : ''}
      label={t(phrase(isScreen, pinned), { name })}
      tabIndex={tabbable ? 0 : -1}
      onClick={onPin}
    />
  );
}

function phrase(isScreen: boolean, pinned: boolean) {
  if (isScreen) {
    return pinned ? 'stage.unpinScreenOf' : 'stage.pinScreenOf';
  }
  return pinned ? 'stage.unpinName' : 'stage.pinName';
}
