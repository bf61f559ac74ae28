import { useRef, useState } from 'preact/hooks';
import { t, type PhraseKey } from '../../i18n';
import type { LocalMediaModel, SettingsModel } from '../../state/model';
import { Dialog, Icon, type IconName } from '../../ui';
import { AppearancePane } from './AppearancePane';
import { AudioVideoPane } from './AudioVideoPane';
import { BandwidthPane } from './BandwidthPane';
import { ShortcutsPane } from './ShortcutsPane';

export type SettingsTab = 'audioAndVideo' | 'bandwidth' | 'shortcuts' | 'appearance';

interface TabInfo {
  readonly tab: SettingsTab;
  readonly icon: IconName;
  readonly label: PhraseKey & `settings.${SettingsTab}`;
}

const tabs: readonly TabInfo[] = [
  { tab: 'audioAndVideo', icon: 'mic', label: 'settings.audioAndVideo' },
  { tab: 'bandwidth', icon: 'bolt', label: 'settings.bandwidth' },
  { tab: 'shortcuts', icon: 'keyboard', label: 'settings.shortcuts' },
  { tab: 'appearance', icon: 'sun', label: 'settings.appearance' },
];

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

function tabAfter(key: string, current: SettingsTab): SettingsTab | undefined {
  const index = tabs.findIndex(({ tab }) => tab === current);
  const step = steps[key];
  if (step !== undefined) {
    return tabs[(index + step + tabs.length) % tabs.length]?.tab;
  }
  return key === 'Home' ? tabs[0]?.tab : key === 'End' ? tabs.at(-1)?.tab : undefined;
}

export interface SettingsDialogProps {
  readonly settings: SettingsModel;
  /** The devices, where a page has them. */
  readonly media?: LocalMediaModel | undefined;
  readonly tab?: SettingsTab | undefined;
  readonly onClose: () => void;
}

export function SettingsDialog({
  settings,
  media,
  tab = 'audioAndVideo',
  onClose,
}: SettingsDialogProps) {
  const [shown, setShown] = useState<SettingsTab>(tab);
  return (
    <Dialog title={t('settings.title')} class="settings" onClose={onClose} bare>
      <div class="cols">
        <TabList shown={shown} onShow={setShown} />
        <div
          class="pane"
          id="settings-pane"
          role="tabpanel"
          aria-labelledby={`tab-${shown}`}
          tabIndex={0}
        >
          {shown === 'audioAndVideo' && <AudioVideoPane settings={settings} media={media} />}
          {shown === 'bandwidth' && <BandwidthPane settings={settings} />}
          {shown === 'shortcuts' && <ShortcutsPane settings={settings} />}
          {shown === 'appearance' && <AppearancePane settings={settings} />}
        </div>
      </div>
    </Dialog>
  );
}

interface TabListProps {
  readonly shown: SettingsTab;
  readonly onShow: (tab: SettingsTab) => void;
}

function TabList({ shown, onShow }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabAfter(event.key, shown);
    if (next) {
      event.preventDefault();
      onShow(next);
      list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
    }
  };
  return (
    <div
      ref={list}
      class="tabs"
      role="tablist"
      aria-label={t('settings.title')}
      aria-orientation="vertical"
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ tab, icon, label }) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === shown}
          aria-controls="settings-pane"
          tabIndex={tab === shown ? 0 : -1}
          data-autofocus={tab === shown}
          onClick={() => onShow(tab)}
        >
          <Icon name={icon} />
          {t(label)}
        </button>
      ))}
    </div>
  );
}
