import { useState } from 'preact/hooks';
import { usePending } from '../../hooks';
import { t } from '../../i18n';
import type { FailureCode } from '../../signaling/ConferenceError';
import type { RoomSettingsModel } from '../../state/model';
import { AlertDialog, Button, copyLink, toast } from '../../ui';

interface Props {
  readonly model: RoomSettingsModel;
  readonly onFailure: (code: FailureCode | undefined) => void;
}

/** The room's link, and another one in its place. */
export function LinkPart({ model, onFailure }: Props) {
  const [pending, run] = usePending();
  const [isAsking, setAsking] = useState(false);
  const link = model.link.value;
  const change = async () => {
    setAsking(false);
    const failure = await model.changeLink();
    onFailure(failure);
    if (failure === undefined) {
      toast(t('roomSettings.linkChanged'));
    }
  };
  return (
    <section class="settings-part" aria-label={t('roomSettings.link')}>
      <h3>{t('roomSettings.link')}</h3>
      <div class="linkbox">
        <code class="clip">{link}</code>
      </div>
      <div class="row">
        <Button variant="outline" size="small" icon="copy" onClick={() => void copyLink(link)}>
          {t('common.copyLink')}
        </Button>
        <Button
          variant="outline"
          size="small"
          icon="refresh"
          busy={pending}
          onClick={() => setAsking(true)}
        >
          {t('roomSettings.changeLink')}
        </Button>
      </div>
      {isAsking && (
        <AlertDialog
          title={t('roomSettings.changeLinkTitle')}
          confirm={t('roomSettings.changeLink')}
          danger
          onConfirm={() => run(change)}
          onCancel={() => setAsking(false)}
        >
          <p class="muted">{t('roomSettings.changeLinkHelp')}</p>
        </AlertDialog>
      )}
    </section>
  );
}
