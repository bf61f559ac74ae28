import { t } from '../../../i18n';
import type { ParticipantModel } from '../../../state/model';
import { Avatar } from '../../../ui/Avatar';
import { Icon } from '../../../ui/Icon';
import { Spinner } from '../../../ui/Spinner';

interface Props {
  readonly participant: ParticipantModel;
}

/** What a tile shows while it has no picture. */
export function TilePlaceholder({ participant }: Props) {
  const { info, tileState } = participant;
  return (
    <div class="off">
      <Avatar personId={info.personId} name={info.name} />
      {tileState === 'connecting' && (
        <span class="tile-note">
          <Spinner size={16} />
          {t('call.connecting')}
        </span>
      )}
      {tileState === 'lost' && (
        <span class="tile-note">
          <Icon name="alert" size={16} />
          {t('call.lost')}
        </span>
      )}
    </div>
  );
}
