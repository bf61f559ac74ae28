import { t } from '../../i18n';
import type { ParticipantModel } from '../../state/model';
import { buttonClass } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { MenuButton } from '../../ui/MenuButton';
import { personItems, type PersonContext } from './personItems';

interface Props {
  readonly participant: ParticipantModel;
  readonly context: PersonContext;
  readonly size?: 'small';
  /** The Tab key comes here. */
  readonly tabbable?: boolean;
}

/** The menu about somebody, in the roster and on the tile; absent where there is nothing to do. */
export function PersonMenu({ participant, context, size, tabbable = true }: Props) {
  const items = personItems(participant, context);
  const { name } = participant.info;
  const label = t('hosting.moreFor', { name });
  return items.length === 0 ? null : (
    <MenuButton
      label={label}
      menuLabel={name}
      align="end"
      items={items}
      render={(button) => (
        <button
          {...button}
          tabIndex={tabbable ? 0 : -1}
          class={buttonClass({ variant: 'quiet', size }, 'icon')}
          title={label}
        >
          <Icon name="more" />
        </button>
      )}
    />
  );
}
