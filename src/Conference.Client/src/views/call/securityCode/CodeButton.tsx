import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { classNames } from '../../../ui/classNames';

interface Props {
  readonly conference: ConferenceModel;
  readonly isPhone: boolean;
  readonly onOpen: () => void;
}

const names = {
  verified: 'code.nameVerified',
  notCompared: 'code.nameNotCompared',
  differ: 'code.nameDiffer',
} as const;

const words = {
  verified: 'code.verified',
  notCompared: 'code.notCompared',
  differ: 'code.differ',
} as const;

/** Whether the security code was compared; absent while there is nobody to compare it with. */
export function CodeButton({ conference, isPhone, onOpen }: Props) {
  const state = conference.securityCode.state.value;
  if (state === 'none') {
    return null;
  }
  return (
    <Button variant="quiet" size="small" aria-label={t(names[state])} onClick={onOpen}>
      <span
        class={classNames(
          'row code-state',
          state === 'verified' && 'verified',
          state === 'differ' && 'bad',
        )}
      >
        <Icon name={state === 'differ' ? 'alert' : 'shield'} />
        {!isPhone && <span>{t(words[state])}</span>}
      </span>
    </Button>
  );
}
