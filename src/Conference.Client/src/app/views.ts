import { lazyView } from './lazyView';

export const call = lazyView(async () => (await import('../views/call/CallView')).CallView);
export const history = lazyView(
  async () => (await import('../views/history/HistoryView')).HistoryView,
);
export const settingsDialog = lazyView(
  async () => (await import('../views/settings')).SettingsDialog,
);
