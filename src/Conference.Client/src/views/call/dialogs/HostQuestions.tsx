import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { AlertDialog } from '../../../ui/Dialog';

interface Props {
  readonly conference: ConferenceModel;
  readonly onClose: () => void;
}

export function MuteAllDialog({ conference, onClose }: Props) {
  const mayUnmute = conference.roomSettings.value.mayUnmute;
  return (
    <AlertDialog
      title={t('hosting.muteEveryone')}
      confirm={t('hosting.muteAll')}
      onConfirm={() => closeAnd(onClose, conference.hosting.muteAll())}
      onCancel={onClose}
    >
      <p class="muted">
        {mayUnmute ? t('hosting.muteEveryoneHelp') : t('hosting.muteEveryoneForGood')}
      </p>
    </AlertDialog>
  );
}

export const SuspendDialog = ({ conference, onClose }: Props) => (
  <AlertDialog
    title={t('hosting.suspendTitle')}
    confirm={t('hosting.suspend')}
    onConfirm={() => closeAnd(onClose, conference.hosting.suspend())}
    onCancel={onClose}
  >
    <p class="muted">{t('hosting.suspendHelp')}</p>
  </AlertDialog>
);

export const EndCallDialog = ({ conference, onClose }: Props) => (
  <AlertDialog
    title={t('hosting.endCallTitle')}
    confirm={t('hosting.endCall')}
    danger
    onConfirm={() => closeAnd(onClose, conference.hosting.endCall())}
    onCancel={onClose}
  >
    <p class="muted">{t('hosting.endCallHelp')}</p>
  </AlertDialog>
);

/** What fails is told by a notice of the call. */
function closeAnd(close: () => void, action: Promise<void>): void {
  close();
  void action;
}
