import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LocalMediaModel, SettingsModel } from '../state/model';
import { PageHeader } from './PageHeader';
import { SettingsDialog } from '../views/settings';

interface Props {
  readonly settings: SettingsModel;
  /** The devices, where a page has them. */
  readonly media?: LocalMediaModel;
  /** Who is signed in, where a page says so. */
  readonly account?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Every page but the call: the header with the way home and the settings. */
export function Frame({ settings, media, account, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <PageHeader account={account} onSettings={() => setOpen(true)} />
      {children}
      {open && <SettingsDialog settings={settings} media={media} onClose={() => setOpen(false)} />}
    </>
  );
}
