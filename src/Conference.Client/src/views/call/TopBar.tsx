import { phone, useMediaQuery, useNow } from '../../hooks';
import { formatDuration, t } from '../../i18n';
import type { ConferenceModel, SettingsModel } from '../../state/model';
import { BrandMark } from '../../ui/BrandMark';
import { Button } from '../../ui/Button';
import { copyLink } from '../../ui/copyLink';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { LayoutButton } from './layout/LayoutButton';
import { RecordingChip } from './recording/RecordingChip';
import { CodeButton } from './securityCode/CodeButton';
import type { Scenery } from '../../state/Scenery';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly scenery: Scenery;
  readonly onCode: () => void;
}

/** Which room this is, how long the call has been going, its link, and how tiles stand. */
export function TopBar({ conference, settings, scenery, onCode }: Props) {
  const isPhone = useMediaQuery(phone);
  const copy = () => void copyLink(conference.link.value);
  return (
    <header class="top">
      {!isPhone && (
        <span class="brand">
          <BrandMark />
        </span>
      )}
      <h1 class="clip">{conference.title.value || t('common.untitledRoom')}</h1>
      {!isPhone && <span class="sep" />}
      <ElapsedTime conference={conference} />
      <CodeButton conference={conference} isPhone={isPhone} onOpen={onCode} />
      <RecordingChip conference={conference} />
      <span class="grow" />
      {isPhone ? (
        <IconButton icon="link" label={t('common.copyLink')} size="small" onClick={copy} />
      ) : (
        <>
          <Button variant="quiet" size="small" onClick={copy}>
            <Icon name="link" />
            {t('common.copyLink')}
          </Button>
          <LayoutButton conference={conference} settings={settings} scenery={scenery} />
        </>
      )}
    </header>
  );
}

function ElapsedTime({ conference }: Pick<Props, 'conference'>) {
  const now = useNow(1_000);
  const startedAt = conference.callStartedAt.value;
  return (
    <time class="muted small" role="timer" aria-label={t('call.elapsedTime')}>
      {startedAt !== undefined && formatDuration((now - startedAt) / 1_000)}
    </time>
  );
}
