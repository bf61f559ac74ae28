import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { Button, buttonClass, Link } from '../../ui';
import { MessagePage } from '../../ui/MessagePage';

export function LeftView({ conference }: { readonly conference: ConferenceModel }) {
  const [busy, setBusy] = useState(false);
  const title = conference.title.value || t('common.untitledRoom');
  const goesOn = (conference.info.value?.participants.length ?? 0) > 0;
  const rejoin = async () => {
    setBusy(true);
    try {
      await conference.rejoin();
    } finally {
      setBusy(false);
    }
  };
  return (
    <MessagePage
      icon="leave"
      title={t('left.youLeft', { title })}
      text={goesOn ? t('left.goesOn') : t('left.ended')}
    >
      <Button variant="primary" busy={busy} onClick={() => void rejoin()}>
        {t('left.rejoin')}
      </Button>
      <Link class={buttonClass({ variant: 'outline' })} href={`/r/${conference.code}/history`}>
        {t('left.readHistory')}
      </Link>
      <Link class={buttonClass({ variant: 'quiet' })} href="/">
        {t('common.backToHome')}
      </Link>
    </MessagePage>
  );
}
