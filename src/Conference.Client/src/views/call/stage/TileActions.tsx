import { t } from '../../../i18n';
import type { ParticipantModel } from '../../../state/model';
import { IconButton } from '../../../ui/IconButton';
import type { PersonContext } from '../../people/personItems';
import { PersonMenu } from '../../people/PersonMenu';
import { PinButton } from './PinButton';

interface Props {
  readonly participant: ParticipantModel;
  readonly context: PersonContext;
  readonly pinned: boolean;
  readonly onPin: () => void;
  /** The Tab key comes here from the tile only, not past the one under the mouse. */
  readonly tabbable: boolean;
}

/** What one can do about somebody, over the picture. */
export function TileActions({ participant, context, pinned, onPin, tabbable }: Props) {
  const { id, name, media } = participant.info;
  const { isHost, hosting } = context.conference;
  return (
    <span class="tile-acts">
      <PinButton name={name} pinned={pinned} tabbable={tabbable} onPin={onPin} />
      {isHost.value && media.microphone === 'on' && (
        <IconButton
          icon="mic-off"
          class="mute"
          label={t('hosting.muteName', { name })}
          tabIndex={tabbable ? 0 : -1}
          onClick={() => void hosting.mute(id)}
        />
      )}
      <PersonMenu participant={participant} context={context} tabbable={tabbable} />
    </span>
  );
}
