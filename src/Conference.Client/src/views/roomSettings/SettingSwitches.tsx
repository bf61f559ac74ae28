import { t } from '../../i18n';
import type { PhraseKey } from '../../i18n';
import type { RoomSettings } from '../../signaling/protocol.generated';
import { Switch } from '../../ui';

type Title = PhraseKey & `roomSettings.${string}`;

const switches = [
  ['lobby', 'roomSettings.lobby', 'roomSettings.lobbyHelp'],
  ['locked', 'roomSettings.locked', 'roomSettings.lockedHelp'],
  ['mayShareScreens', 'roomSettings.mayShareScreens', 'roomSettings.mayShareScreensHelp'],
  ['mayRecord', 'roomSettings.mayRecord', 'roomSettings.mayShareScreensHelp'],
  ['mayChat', 'roomSettings.mayChat', 'roomSettings.mayChatHelp'],
  ['mayUnmute', 'roomSettings.mayUnmute', 'roomSettings.mayUnmuteHelp'],
  ['mayReact', 'roomSettings.mayReact', 'roomSettings.mayReactHelp'],
  ['mayRename', 'roomSettings.mayRename', 'roomSettings.mayRenameHelp'],
  ['audioOnly', 'roomSettings.audioOnly', 'roomSettings.audioOnlyHelp'],
  ['relayOnly', 'roomSettings.relayOnly', 'roomSettings.relayOnlyHelp'],
] as const satisfies readonly (readonly [keyof RoomSettings, Title, Title])[];

interface Props {
  readonly saved: RoomSettings;
  readonly shown: RoomSettings;
  readonly onChange: (change: Partial<RoomSettings>) => void;
}

/** What participants may do, and how one gets in. */
export const SettingSwitches = ({ saved, shown, onChange }: Props) => (
  <>
    {switches.map(([name, title, help]) => (
      <Switch
        key={name}
        label={t(title)}
        description={
          // Who waits notices at once: that is said before it is saved.
          name === 'lobby' && saved.lobby && !shown.lobby ? t('roomSettings.lobbyOffHelp') : t(help)
        }
        checked={shown[name]}
        onChange={(checked) => onChange({ [name]: checked })}
      />
    ))}
  </>
);
