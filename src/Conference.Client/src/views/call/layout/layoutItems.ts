import { t } from '../../../i18n';
import type { LayoutChoice, SettingsModel } from '../../../state/model';
import type { MenuItem } from '../../../ui/MenuItems';

const choices = [
  ['automatic', 'stage.automatic'],
  ['grid', 'stage.grid'],
  ['spotlight', 'stage.spotlight'],
] as const satisfies readonly (readonly [LayoutChoice, string])[];

/** The menu `Layout`: how tiles stand, and whether the own one does. */
export function layoutItems(settings: SettingsModel): readonly MenuItem[] {
  const { layout, hideOwnTile } = settings.settings.value;
  return [
    ...choices.map(([choice, phrase]): MenuItem => ({
      kind: 'radio',
      label: t(phrase),
      checked: choice === layout,
      onSelect: () => settings.update({ layout: choice }),
    })),
    { kind: 'separator' },
    {
      kind: 'checkbox',
      label: t('stage.hideMyTile'),
      checked: hideOwnTile,
      onSelect: () => settings.update({ hideOwnTile: !hideOwnTile }),
    },
  ];
}
