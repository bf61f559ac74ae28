import { useState } from 'preact/hooks';
import { t } from '../../../i18n';
import type { ParticipantInfo } from '../../../signaling/protocol.generated';
import type { ConferenceModel } from '../../../state/model';
import { AlertDialog } from '../../../ui/Dialog';
import { firstNameOf } from '../../../ui/person';

interface Props {
  readonly conference: ConferenceModel;
  readonly participant: ParticipantInfo;
  readonly onClose: () => void;
}

export function RemoveDialog({ conference, participant, onClose }: Props) {
  const [deleteMessages, setDeleteMessages] = useState(false);
  const { lobby } = conference.roomSettings.value;
  const name = firstNameOf(participant.name);
  const remove = () => {
    onClose();
    void conference.hosting.remove(participant.id, { deleteMessages });
  };
  return (
    <AlertDialog
      title={t('hosting.removeTitle', { name: participant.name })}
      confirm={t('hosting.remove')}
      danger
      onConfirm={remove}
      onCancel={onClose}
    >
      <p class="muted">
        {t('hosting.removeHelp', { name })} {t('hosting.removeKeepsMessages')}
      </p>
      {!lobby && <p class="muted after-text">{t('hosting.removeTurnsLobbyOn')}</p>}
      <label class="row check-line">
        <input
          type="checkbox"
          checked={deleteMessages}
          onChange={({ currentTarget }) => setDeleteMessages(currentTarget.checked)}
        />
        {t('hosting.deleteMessages', { name })}
      </label>
    </AlertDialog>
  );
}
