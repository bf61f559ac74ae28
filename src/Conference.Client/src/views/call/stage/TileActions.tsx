import { t } from '../../../i18n';
import type { ParticipantModel } from '../../../state/model';
import { IconButton } from '../../../ui/IconButton';
import type { PersonContext } from '../../people/personItems';
import { PersonMenu } from '../../people/PersonMenu';

interface Props {
  readonly participant: ParticipantModel;
  readonly context: PersonContext;
  /** The Tab key comes here from the tile only, not past the one under the mouse. */
  readonly tabbable: boolean;
}

/** What a host can do about somebody, over the picture. */
export function TileActions({ participant, context, tabbable }: Props) {
  const { id, name, media } = participant.info;
  return (
    <span class="tile-acts">
      {media.microphone === 'on' && (
        <IconButton
          icon="mic-off"
          label={t('hosting.muteName', { name })}
          tabIndex={tabbable ? 0 : -1}
          onClick={() => void context.conference.hosting.mute(id)}
        />
      )}
      <PersonMenu participant={participant} context={context} tabbable={tabbable} />
    </span>
  );
}
