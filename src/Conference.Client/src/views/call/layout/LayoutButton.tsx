import { useEachFrame } from '../../../hooks';
import { t } from '../../../i18n';
import type { ConferenceModel, SettingsModel } from '../../../state/model';
import { buttonClass } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { MenuButton } from '../../../ui/MenuButton';
import type { Scenery } from '../../../state/Scenery';
import { layoutItems } from './layoutItems';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly scenery: Scenery;
}

const labels = { grid: 'stage.layoutGrid', spotlight: 'stage.layoutSpotlight' } as const;

/** Says how tiles stand, and lets one choose. */
export function LayoutButton({ conference, settings, scenery }: Props) {
  const { layout } = scenery.sceneOf(useEachFrame(conference.participants));
  return (
    <MenuButton
      label={t(labels[layout])}
      menuLabel={t('stage.layout')}
      items={layoutItems(settings)}
      align="end"
      render={(button) => (
        <button
          {...button}
          class={buttonClass({ variant: 'quiet', size: 'small' })}
          aria-keyshortcuts="L"
        >
          <Icon name="grid" />
          {t('stage.layout')}
        </button>
      )}
    />
  );
}
