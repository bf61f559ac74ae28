import type { ChangeSettingsRequest, RoomSettingsInfo } from '../../signaling/protocol.generated';

/** What somebody changed in the dialog and has not saved; an empty password removes the one there is. */
export type SettingsDraft = ChangeSettingsRequest;

type Shown = Required<Omit<ChangeSettingsRequest, 'password'>>;

const asSaved = ({ title, settings, keepDays, lobbyMessage }: RoomSettingsInfo): Shown => ({
  title,
  ...settings,
  keepDays,
  lobbyMessage,
});

/** What the controls show. */
export const shownSettings = (info: RoomSettingsInfo, draft: SettingsDraft): Shown => ({
  ...asSaved(info),
  ...draft,
});

/** What of the draft is not so already. */
export function changesIn(info: RoomSettingsInfo, draft: SettingsDraft): ChangeSettingsRequest {
  const saved: Readonly<Record<string, unknown>> = {
    ...asSaved(info),
    ...(!info.hasPassword && { password: '' }),
  };
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => value !== saved[name]));
}

/** What was typed as a new password: nothing at all leaves the one there is. */
export function withPassword(draft: SettingsDraft, text: string): SettingsDraft {
  const others = Object.fromEntries(Object.entries(draft).filter(([name]) => name !== 'password'));
  return text === '' ? others : { ...others, password: text };
}
