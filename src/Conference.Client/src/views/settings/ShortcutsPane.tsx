import { t, type PhraseKey } from '../../i18n';
import type { SettingsModel } from '../../state/model';
import { Switch } from '../../ui';

type SettingsPhrase = Extract<PhraseKey, `settings.key${string}`>;
type KeyPhrase =
  'settings.shift' | 'settings.control' | 'settings.escape' | 'settings.enter' | 'settings.space';

interface Shortcut {
  readonly label: SettingsPhrase;
  /** As they are printed on a keyboard, or the phrase for one. */
  readonly keys: readonly string[];
}

const shortcuts: readonly Shortcut[] = [
  { label: 'settings.keyMute', keys: ['D'] },
  { label: 'settings.keyTalk', keys: ['settings.space'] },
  { label: 'settings.keyCamera', keys: ['E'] },
  { label: 'settings.keyScreen', keys: ['S'] },
  { label: 'settings.keyHand', keys: ['H'] },
  { label: 'settings.keyReact', keys: ['R'] },
  { label: 'settings.keyChat', keys: ['C'] },
  { label: 'settings.keyPeople', keys: ['P'] },
  { label: 'settings.keyAdmit', keys: ['A'] },
  { label: 'settings.keyLayout', keys: ['L'] },
  { label: 'settings.keyFullScreen', keys: ['F'] },
  { label: 'settings.keyNextTile', keys: ['→'] },
  { label: 'settings.keyPin', keys: ['settings.enter'] },
  { label: 'settings.keyTileMenu', keys: ['M'] },
  { label: 'settings.keyRegions', keys: ['F6'] },
  { label: 'settings.keySettings', keys: [','] },
  { label: 'settings.keyList', keys: ['?'] },
  { label: 'settings.keyClose', keys: ['settings.escape'] },
  { label: 'settings.keyLeave', keys: ['settings.shift', 'L'] },
  { label: 'settings.keySearch', keys: ['settings.control', 'F'] },
];

const isPhrase = (key: string): key is KeyPhrase => key.startsWith('settings.');

export function ShortcutsPane({ settings }: { readonly settings: SettingsModel }) {
  return (
    <>
      <Switch
        label={t('settings.singleKeys')}
        description={t('settings.singleKeysHelp')}
        checked={settings.settings.value.singleKeyShortcuts}
        onChange={(checked) => settings.update({ singleKeyShortcuts: checked })}
      />
      <ul class="keys">
        {shortcuts.map(({ label, keys }) => (
          <li key={label}>
            <span>{t(label)}</span>
            {keys.map((key) => (
              <kbd key={key}>{isPhrase(key) ? t(key) : key}</kbd>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
