import { useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n';
import type { ConferenceModel, SettingsModel } from '../../../state/model';
import { Icon } from '../../../ui/Icon';
import { Menu } from '../../../ui/Menu';
import { MenuButton } from '../../../ui/MenuButton';
import { layoutItems } from '../layout/layoutItems';
import type { PanelName } from '../panel/panelName';
import { toggleFullScreen } from '../fullScreen';
import { moreItems, type BarDialog, type PictureAction, type RecordingAction } from './moreItems';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly isPhone: boolean;
  readonly picture: PictureAction | undefined;
  readonly recording: RecordingAction | undefined;
  readonly onPanel: (panel: PanelName) => void;
  readonly onReact: (() => void) | undefined;
  readonly onDialog: (dialog: BarDialog) => void;
}

export function MoreButton(props: Props) {
  const { conference, settings, isPhone, picture, recording, onPanel, onReact, onDialog } = props;
  const place = useRef<HTMLSpanElement>(null);
  const [layoutOpener, setLayoutOpener] = useState<HTMLElement>();
  const items = moreItems(
    conference,
    {
      onReact,
      onDialog,
      picture,
      recording,
      onPeople: () => onPanel('people'),
      onLayout: () => setLayoutOpener(place.current?.querySelector('button') ?? undefined),
      onFullScreen: () => void toggleFullScreen(),
    },
    isPhone,
  );
  return (
    <span ref={place} class="more-place">
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
      {layoutOpener && (
        <Menu
          label={t('stage.layout')}
          items={layoutItems(settings)}
          opener={layoutOpener}
          side="above"
          align="center"
          onClose={() => setLayoutOpener(undefined)}
        />
      )}
    </span>
  );
}
