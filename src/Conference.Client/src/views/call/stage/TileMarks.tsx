import { t } from '../../../i18n';
import type { ParticipantModel } from '../../../state/model';
import { Icon } from '../../../ui/Icon';
import { ReactionPicture } from '../../../ui/ReactionPicture';
import { Spinner } from '../../../ui/Spinner';
import { QualityBars } from './QualityBars';

interface Props {
  readonly participant: ParticipantModel;
  readonly spotlit: boolean;
  readonly pinned: boolean;
}

/** The labels over the picture: hand, pin, spotlight, connection, reaction and name. The tile's name says the same in words. */
export function TileMarks({ participant, spotlit, pinned }: Props) {
  const { handPlace, reaction, info, isLocal } = participant;
  return (
    <>
      {handPlace !== undefined && (
        <span class="corner l" aria-hidden="true">
          <span class="mini hand">
            <Icon name="hand" />
            {handPlace}
          </span>
        </span>
      )}
      <span class="corner" aria-hidden="true">
        {pinned && (
          <span class="mini">
            <Icon name="pin" />
          </span>
        )}
        {spotlit && (
          <span class="mini">
            <Icon name="spot" />
          </span>
        )}
        <ConnectionMark participant={participant} />
      </span>
      {reaction && (
        <span class="burst" key={reaction.key} aria-hidden="true">
          <ReactionPicture reaction={reaction.kind} />
        </span>
      )}
      <span class="tag" aria-hidden="true">
        {info.media.microphone !== 'on' && <Icon name="mic-off" class="bad" />}
        {info.media.microphone !== 'on' && info.mutedByHost && <Icon name="lock" class="bad" />}
        <span class="clip">{isLocal ? t('call.you') : info.name}</span>
      </span>
    </>
  );
}

function ConnectionMark({ participant }: Pick<Props, 'participant'>) {
  const { tileState, quality } = participant;
  if (tileState === 'repairing') {
    return (
      <span class="mini">
        <Spinner size={16} />
        <span class="clip">{t('call.repairing')}</span>
      </span>
    );
  }
  return tileState !== 'connected' || quality === 'good' ? null : (
    <span class="mini">
      <QualityBars quality={quality} />
    </span>
  );
}
