import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { AuditEntry, RoomSettingsInfo } from '../../../signaling/protocol.generated';
import type { RoomSettingsModel } from '../../../state/model';

export const someSettings = (change: Partial<RoomSettingsInfo> = {}): RoomSettingsInfo => ({
  title: 'Design review',
  settings: {
    lobby: false,
    locked: false,
    mayShareScreens: true,
    mayChat: true,
    mayUnmute: true,
    mayReact: true,
    mayRename: true,
    mayRecord: true,
    relayOnly: false,
    audioOnly: false,
  },
  hasPassword: false,
  keepDays: 0,
  lobbyMessage: '',
  removed: [],
  ...change,
});

/** The settings of a room for tests, which say what the server answers; without `info` they are not loaded. */
export function someSettingsModel(info: RoomSettingsInfo | null = someSettings()) {
  const turned = {
    link: signal('https://conference.test/r/kmr-vxtd-hpe'),
    info: signal(info ?? undefined),
    unreachable: signal(false),
    audit: signal<readonly AuditEntry[] | undefined>(undefined),
    load: vi.fn(() => Promise.resolve()),
    loadAudit: vi.fn(() => Promise.resolve()),
    save: vi.fn<RoomSettingsModel['save']>(() => Promise.resolve(undefined)),
    allowBack: vi.fn<RoomSettingsModel['allowBack']>(() => Promise.resolve(undefined)),
    changeLink: vi.fn<RoomSettingsModel['changeLink']>(() => Promise.resolve(undefined)),
    deleteRoom: vi.fn<RoomSettingsModel['deleteRoom']>(() => Promise.resolve(undefined)),
    makeHostLink: vi.fn<RoomSettingsModel['makeHostLink']>(() => Promise.resolve(undefined)),
    close: vi.fn(),
  };
  return turned satisfies RoomSettingsModel;
}
