import { phone, useMediaQuery, useNow } from '../../hooks';
import { formatDuration, t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { Button } from '../../ui/Button';
import { copyLink } from '../../ui/copyLink';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';

interface Props {
  readonly conference: ConferenceModel;
}

/** Which room this is, how long the call has been going, and its link. */
export function TopBar({ conference }: Props) {
  const isPhone = useMediaQuery(phone);
  const copy = () => void copyLink(conference.link);
  return (
    <header class="top">
      {!isPhone && <Mark />}
      <h1 class="clip">{conference.title.value || t('common.untitledRoom')}</h1>
      {!isPhone && <span class="sep" />}
      <ElapsedTime conference={conference} />
      <span class="grow" />
      {isPhone ? (
        <IconButton icon="link" label={t('common.copyLink')} size="small" onClick={copy} />
      ) : (
        <Button variant="quiet" size="small" onClick={copy}>
          <Icon name="link" />
          {t('common.copyLink')}
        </Button>
      )}
    </header>
  );
}

function ElapsedTime({ conference }: Props) {
  const now = useNow(1_000);
  const startedAt = conference.callStartedAt.value;
  return (
    <time class="muted small" role="timer" aria-label={t('call.elapsedTime')}>
      {startedAt !== undefined && formatDuration((now - startedAt) / 1_000)}
    </time>
  );
}

/** The product's mark, without the link: a click must not end the call. */
function Mark() {
  return (
    <span class="brand" aria-hidden="true">
      <svg viewBox="0 0 28 28">
        <rect class="mark-field" width="28" height="28" rx="8" />
        <path
          class="mark-sign"
          d="M11.8 8.2a7 7 0 0 0 0 11.6M16.2 8.2a7 7 0 0 1 0 11.6"
          fill="none"
          stroke-width="2.6"
          stroke-linecap="round"
        />
      </svg>
    </span>
  );
}
