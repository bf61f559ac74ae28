import { useState } from 'preact/hooks';
import { usePending } from '../../hooks';
import { formatDay, formatTime, t } from '../../i18n';
import type { RoomSettingsModel } from '../../state/model';
import { Button, copyLink, Field, TextInput } from '../../ui';

type MadeLink = Awaited<ReturnType<RoomSettingsModel['makeHostLink']>>;

/** Hands host rights on to another browser. */
export function HostLinkPart({ model }: { readonly model: RoomSettingsModel }) {
  const [pending, run] = usePending();
  const [made, setMade] = useState<MadeLink>();
  const [failed, setFailed] = useState(false);
  const make = async () => {
    const link = await model.makeHostLink();
    setMade(link);
    setFailed(link === undefined);
  };
  return (
    <section class="settings-part" aria-label={t('roomSettings.hostLink')}>
      <h3>{t('roomSettings.hostLink')}</h3>
      <p class="small muted">{t('roomSettings.hostLinkHelp')}</p>
      {made && <Made made={made} />}
      <p class="small bad" role="alert">
        {failed && t('roomSettings.hostLinkFailed')}
      </p>
      <Button variant="outline" size="small" icon="plus" busy={pending} onClick={() => run(make)}>
        {t('roomSettings.makeHostLink')}
      </Button>
    </section>
  );
}

function Made({ made: { link, expiresAt } }: { readonly made: NonNullable<MadeLink> }) {
  return (
    <div class="host-link">
      <Field
        label={t('roomSettings.hostLink')}
        hint={t('roomSettings.hostLinkExpires', {
          day: formatDay(expiresAt),
          time: formatTime(expiresAt),
        })}
      >
        <TextInput
          readOnly
          value={link}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onText={() => undefined}
        />
      </Field>
      <Button variant="outline" size="small" icon="copy" onClick={() => void copyLink(link)}>
        {t('roomSettings.copyHostLink')}
      </Button>
    </div>
  );
}
