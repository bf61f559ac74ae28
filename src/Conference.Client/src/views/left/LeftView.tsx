import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ConferenceModel, ConferencePhase } from '../../state/model';
import { Button, buttonClass, Link } from '../../ui';
import { MessagePage } from '../../ui/MessagePage';

type How = Extract<ConferencePhase, { kind: 'left' }>['how'];

interface Props {
  readonly conference: ConferenceModel;
  readonly how: How;
}

export function LeftView({ conference, how }: Props) {
  const [busy, setBusy] = useState(false);
  const rejoin = async () => {
    setBusy(true);
    try {
      await conference.rejoin();
    } finally {
      setBusy(false);
    }
  };
  return (
    <MessagePage icon="leave" title={titleOf(conference, how)} text={textOf(conference, how)}>
      {how !== 'roomDeleted' && (
        <>
          <Button variant="primary" busy={busy} onClick={() => void rejoin()}>
            {t('left.rejoin')}
          </Button>
          <Link
            class={buttonClass({ variant: 'outline' })}
            href={`/r/${conference.code.value}/history`}
          >
            {t('left.readHistory')}
          </Link>
        </>
      )}
      <Link class={buttonClass({ variant: 'quiet' })} href="/">
        {t('common.backToHome')}
      </Link>
    </MessagePage>
  );
}

function titleOf({ title }: ConferenceModel, how: How): string {
  return how === 'left'
    ? t('left.youLeft', { title: title.value || t('common.untitledRoom') })
    : t('left.callEnded');
}

function textOf({ info }: ConferenceModel, how: How): string {
  switch (how) {
    case 'callEnded':
      return t('left.endedByHost');
    case 'roomDeleted':
      return t('left.roomDeleted');
    case 'left':
      return (info.value?.participants.length ?? 0) > 0 ? t('left.goesOn') : t('left.ended');
  }
}
