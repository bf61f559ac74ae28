export { SettingsDialog, type SettingsTab } from './SettingsDialog';
