import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { RoomSettingsModel } from '../../state/model';
import { AlertDialog, Button, Dialog, Spinner } from '../../ui';
import { SettingsFooter } from './SettingsFooter';
import { SettingsForm } from './SettingsForm';
import { useSettingsEditing } from './useSettingsEditing';
import './roomSettings.css';

export interface RoomSettingsProps {
  /** Called once; the dialog closes what it gets. */
  readonly create: () => RoomSettingsModel;
  readonly onClose: () => void;
  /** Something was saved, or the room was deleted. */
  readonly onChanged?: (() => void) | undefined;
}

/** Everything that hosts decide about a room. */
export function RoomSettingsDialog({ create, onClose, onChanged }: RoomSettingsProps) {
  const [model] = useState(create);
  const [isAsking, setAsking] = useState(false);
  const form = useId();
  const editing = useSettingsEditing(model, () => {
    onChanged?.();
    onClose();
  });
  useEffect(() => {
    void model.load();
    return () => model.close();
  }, [model]);
  const info = model.info.value;
  return (
    <Dialog
      title={t('roomSettings.title')}
      class="room-settings"
      onClose={onClose}
      footer={
        info && (
          <SettingsFooter
            form={form}
            failure={editing.failure?.at === 'form' ? editing.failure.text : undefined}
            busy={editing.pending}
            onDelete={() => setAsking(true)}
            onCancel={onClose}
          />
        )
      }
    >
      {info ? (
        <SettingsForm id={form} model={model} info={info} editing={editing} />
      ) : (
        <Loading model={model} />
      )}
      {info && isAsking && (
        <DeleteQuestion
          title={info.title}
          onConfirm={() => {
            setAsking(false);
            editing.deleteRoom();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </Dialog>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

const DeleteQuestion = ({ title, onConfirm, onCancel }: QuestionProps) => (
  <AlertDialog
    title={t('roomSettings.deleteTitle', { title: title || t('common.untitledRoom') })}
    confirm={t('roomSettings.deleteRoom')}
    danger
    onConfirm={onConfirm}
    onCancel={onCancel}
  >
    <p class="muted">{t('roomSettings.deleteHelp')}</p>
  </AlertDialog>
);

const Loading = ({ model }: { readonly model: RoomSettingsModel }) => (
  <div class="settings-loading" role="status">
    {model.unreachable.value ? (
      <>
        <p>{t('common.unreachable')}</p>
        <Button variant="primary" icon="refresh" onClick={() => void model.load()}>
          {t('common.tryAgain')}
        </Button>
      </>
    ) : (
      <p class="row muted late">
        <Spinner />
        {t('common.loading')}
      </p>
    )}
  </div>
);
