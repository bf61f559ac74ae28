import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { Button, buttonClass } from '../../ui/Button';
import { copyLink } from '../../ui/copyLink';
import { Icon } from '../../ui/Icon';
import { mailLink } from './mailLink';

interface Props {
  readonly conference: ConferenceModel;
}

/** The ways to bring somebody into the room: link, mail, calendar, and a code to scan. */
export function InviteContents({ conference }: Props) {
  const [code, link] = [conference.code.value, conference.link.value];
  return (
    <>
      <div class="linkbox">
        <code class="clip" data-testid="room-link">
          {link}
        </code>
      </div>
      <Button variant="primary" wide icon="copy" onClick={() => void copyLink(link)}>
        {t('common.copyLink')}
      </Button>
      <div class="two">
        <a
          class={buttonClass({ variant: 'outline' })}
          href={mailLink(conference.title.value, link)}
        >
          <Icon name="mail" />
          {t('invite.email')}
        </a>
        <a
          class={buttonClass({ variant: 'outline' })}
          href={`/api/rooms/${code}/invite.ics`}
          download
        >
          <Icon name="calendar" />
          {t('invite.calendar')}
        </a>
      </div>
      <div class="qr">
        <img src={`/api/rooms/${code}/qr.svg`} alt={t('invite.qrCode')} width={96} height={96} />
        <p class="muted small">
          {t('invite.scanToJoin')}
          <br />
          <span class="faint">
            {t('invite.code')} <b class="num">{code}</b>
          </span>
        </p>
      </div>
    </>
  );
}
