import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { InviteContents } from './InviteContents';

interface Props {
  readonly conference: ConferenceModel;
}

/** What the first one in a room sees beside the own tile. */
export function InviteCard({ conference }: Props) {
  return (
    <section class="card invite" aria-labelledby="first-one-here">
      <div>
        <h2 id="first-one-here">{t('invite.firstOneHere')}</h2>
        <p class="muted">{t('invite.shareTheLink')}</p>
      </div>
      <InviteContents conference={conference} />
    </section>
  );
}
