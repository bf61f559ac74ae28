import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { RoomListItem } from '../../signaling/protocol.generated';
import type { RoomsModel } from '../../state/model';
import { Button, Dialog, Field, TextInput } from '../../ui';

interface Props {
  readonly rooms: RoomsModel;
  readonly room: RoomListItem;
  readonly onClose: () => void;
}

export function RenameDialog({ rooms, room, onClose }: Props) {
  const [title, setTitle] = useState(room.title);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    setBusy(true);
    const renamed = await rooms.rename(room.code, title);
    setBusy(false);
    setFailed(!renamed);
    if (renamed) {
      onClose();
    }
  };
  return (
    <Dialog title={t('home.renameTitle')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) {
            void save();
          }
        }}
      >
        <Field
          label={t('home.roomTitle')}
          optional={t('home.optional')}
          error={failed ? t('home.notRenamed') : undefined}
        >
          <TextInput
            data-autofocus
            autocomplete="off"
            maxLength={80}
            value={title}
            onText={(text) => {
              setTitle(text);
              setFailed(false);
            }}
          />
        </Field>
        <div class="row end">
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
