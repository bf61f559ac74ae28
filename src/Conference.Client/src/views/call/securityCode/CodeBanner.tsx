import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { Icon } from '../../../ui/Icon';

/** Somebody compared and found another code. It stays until the codes match or the call is left. The region is always there, so that it is heard. */
export function CodeBanner({ conference }: { readonly conference: ConferenceModel }) {
  const differ = conference.securityCode.state.value === 'differ';
  return (
    <div role="alert" class="banner-place">
      {differ && (
        <div class="banner danger">
          <Icon name="alert" />
          <span>{t('code.danger')}</span>
        </div>
      )}
    </div>
  );
}
