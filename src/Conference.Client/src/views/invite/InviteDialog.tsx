import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { Dialog } from '../../ui/Dialog';
import { InviteContents } from './InviteContents';

interface Props {
  readonly conference: ConferenceModel;
  readonly onClose: () => void;
}

export function InviteDialog({ conference, onClose }: Props) {
  return (
    <Dialog title={t('invite.invitePeople')} onClose={onClose}>
      <div class="invite-contents">
        <p class="muted">{t('invite.shareTheLink')}</p>
        <InviteContents conference={conference} />
      </div>
    </Dialog>
  );
}
