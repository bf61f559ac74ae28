import type { ConferenceModel, SettingsModel } from '../../../state/model';
import { RoomSettingsDialog } from '../../roomSettings';
import { ConnectionDialog } from '../connection';
import { SecurityCodeDialog } from '../securityCode';
import { SettingsDialog } from '../../settings';
import type { CallDialog } from './callDialog';
import { EndCallDialog, MuteAllDialog, SuspendDialog } from './HostQuestions';
import { NameDialog } from './NameDialog';
import { RemoveDialog } from './RemoveDialog';

interface Props {
  readonly dialog: CallDialog;
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly onClose: () => void;
}

/** The dialog that is open. */
export function CallDialogs({ dialog, conference, settings, onClose }: Props) {
  const shared = { conference, onClose };
  switch (dialog.kind) {
    case 'settings':
    case 'shortcuts':
      return (
        <SettingsDialog
          settings={settings}
          media={conference.media}
          tab={dialog.kind === 'shortcuts' ? 'shortcuts' : undefined}
          onClose={onClose}
        />
      );
    case 'roomSettings':
      return <RoomSettingsDialog create={() => conference.createSettings()} onClose={onClose} />;
    case 'securityCode':
      return <SecurityCodeDialog {...shared} />;
    case 'connection':
      return <ConnectionDialog {...shared} />;
    case 'name':
      return <NameDialog {...shared} />;
    case 'muteAll':
      return <MuteAllDialog {...shared} />;
    case 'suspend':
      return <SuspendDialog {...shared} />;
    case 'endCall':
      return <EndCallDialog {...shared} />;
    case 'remove':
      return <RemoveDialog {...shared} participant={dialog.participant} />;
  }
}
