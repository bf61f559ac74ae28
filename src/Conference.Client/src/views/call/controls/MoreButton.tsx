import { t } from '../../../i18n';
import type { ConferenceModel, SettingsModel } from '../../../state/model';
import { Icon } from '../../../ui/Icon';
import { MenuButton } from '../../../ui/MenuButton';
import type { PanelName } from '../panel/panelName';
import { toggleFullScreen } from './fullScreen';
import { moreItems, type BarDialog } from './moreItems';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly isPhone: boolean;
  readonly onPanel: (panel: PanelName) => void;
  readonly onReact: (() => void) | undefined;
  readonly onDialog: (dialog: BarDialog) => void;
}

export function MoreButton({ conference, settings, isPhone, onPanel, onReact, onDialog }: Props) {
  const items = moreItems(
    conference,
    {
      settings,
      onReact,
      onDialog,
      onPeople: () => onPanel('people'),
      onFullScreen: () => void toggleFullScreen(),
    },
    isPhone,
  );
  return (
    <MenuButton
      label={t('call.more')}
      items={items}
      side="above"
      align="center"
      render={(button) => (
        <button {...button} class="ctl" title={t('call.more')} data-opens="more">
          <Icon name="more" />
        </button>
      )}
    />
  );
}
