import { useRef, useState } from 'preact/hooks';
import { useShortcuts } from '../../hooks';
import type { ConferenceModel, SettingsModel } from '../../state/model';
import { ChatPanel } from '../chat';
import { PeoplePanel } from '../people/PeoplePanel';
import { SettingsDialog } from '../settings';
import { ControlBar } from './controls/ControlBar';
import { toggleHand } from './controls/hand';
import { ConnectionBanner } from './notices/ConnectionBanner';
import { MessageAnnouncer } from './notices/MessageAnnouncer';
import { useNotices } from './notices/useNotices';
import { PanelSlot } from './panel/PanelSlot';
import { usePanel } from './panel/usePanel';
import { Stage } from './stage/Stage';
import { TopBar } from './TopBar';
import { useRegionKeys } from './useRegionKeys';
import './call.css';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
}

/** The call: top bar, stage, at most one panel, control bar. */
export function CallView({ conference, settings }: Props) {
  const call = useRef<HTMLDivElement>(null);
  const panel = usePanel(call, conference.chatOnly.peek() ? 'chat' : undefined);
  const [dialog, setDialog] = useState<'settings' | 'shortcuts'>();
  useNotices(conference, settings);
  useRegionKeys(call);
  useShortcuts({
    ...deviceKeys(conference),
    h: () => toggleHand(conference),
    c: () => panel.toggle('chat'),
    p: () => panel.toggle('people'),
    ',': () => setDialog('settings'),
    '?': () => setDialog('shortcuts'),
    'Shift+L': () => void conference.leave(),
    Escape: panel.close,
  });
  return (
    <div ref={call} class="call">
      <MessageAnnouncer
        conference={conference}
        settings={settings}
        isChatOpen={panel.name === 'chat'}
      />
      <TopBar conference={conference} />
      <Stage conference={conference} settings={settings}>
        <ConnectionBanner conference={conference} />
      </Stage>
      {panel.name !== undefined && (
        <PanelSlot key={panel.name} onClose={panel.close}>
          {panel.name === 'chat' ? (
            <ChatPanel conference={conference} onClose={panel.close} />
          ) : (
            <PeoplePanel conference={conference} onClose={panel.close} />
          )}
        </PanelSlot>
      )}
      <ControlBar
        conference={conference}
        settings={settings}
        panel={panel.name}
        onPanel={panel.toggle}
        onSettings={() => setDialog('settings')}
        onShortcuts={() => setDialog('shortcuts')}
      />
      {dialog && (
        <SettingsDialog
          settings={settings}
          media={conference.media}
          tab={dialog === 'shortcuts' ? 'shortcuts' : undefined}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}

function deviceKeys(conference: ConferenceModel) {
  return conference.chatOnly.value
    ? {}
    : { d: () => void conference.toggleMicrophone(), e: () => void conference.toggleCamera() };
}
