import { t } from '../../i18n';
import type { RoomListItem } from '../../signaling/protocol.generated';
import type { RoomsModel } from '../../state/model';
import { TextDialog } from '../../ui/TextDialog';

interface Props {
  readonly rooms: RoomsModel;
  readonly room: RoomListItem;
  readonly onClose: () => void;
}

export function RenameDialog({ rooms, room, onClose }: Props) {
  return (
    <TextDialog
      title={t('home.renameTitle')}
      label={t('home.roomTitle')}
      optional={t('home.optional')}
      autocomplete="off"
      maxLength={80}
      initial={room.title}
      save={async (title) =>
        (await rooms.rename(room.code, title)) ? undefined : t('home.notRenamed')
      }
      onClose={onClose}
    />
  );
}
