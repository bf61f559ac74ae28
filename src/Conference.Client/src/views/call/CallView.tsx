import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { whenIdle } from '../../ui/whenIdle';
import { useShortcuts } from '../../hooks';
import type { ConferenceModel, SettingsModel } from '../../state/model';
import { useDeviceNews } from '../devices/useDeviceNews';
import type { PersonContext } from '../people/personItems';
import { lookForRecordings } from '../recordings/lookForRecordings';
import { ControlBar } from './controls/ControlBar';
import { toggleHand } from './controls/hand';
import { toggleMicrophone } from './controls/microphone';
import type { CallDialog } from './dialogs/callDialog';
import { CallDialogs } from './dialogs/CallDialogs';
import { ConnectionBanner } from './notices/ConnectionBanner';
import { MessageAnnouncer } from './notices/MessageAnnouncer';
import { useLobbyNotices } from './notices/useLobbyNotices';
import { useNotices } from './notices/useNotices';
import { chatPanel, peoplePanel } from './panel/panels';
import { PanelSlot } from './panel/PanelSlot';
import { usePanel } from './panel/usePanel';
import { usePicture } from './picture/usePicture';
import { useRecording } from './recording/useRecording';
import { Scenery } from '../../state/Scenery';
import { Stage } from './stage/Stage';
import { CodeBanner } from './securityCode/CodeBanner';
import { TileReport } from './stage/TileReport';
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
  const [dialog, setDialog] = useState<CallDialog>();
  const people = useMemo<PersonContext>(
    () => ({ conference, onDialog: setDialog }),
    [conference, setDialog],
  );
  const view = useViewOf(conference, settings);
  const picture = usePicture({ conference, settings, ...view });
  const recording = useRecording({ conference, settings, ...view });
  const openPeople = () => panel.open('people');
  useNotices(conference, settings);
  useDeviceNews(conference);
  useLobbyNotices(conference, panel.name === 'people', openPeople);
  useRegionKeys(call);
  useEffect(() => whenIdle(preloadPanels), []);
  useEffect(() => whenIdle(() => void lookForRecordings()), []);
  useShortcuts({
    ...deviceKeys(conference),
    a: () => admitFirst(conference),
    h: () => toggleHand(conference),
    c: () => panel.toggle('chat'),
    p: () => panel.toggle('people'),
    l: () => view.scenery.changeLayout(),
    ',': () => setDialog({ kind: 'settings' }),
    '?': () => setDialog({ kind: 'shortcuts' }),
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
      <TopBar
        conference={conference}
        settings={settings}
        scenery={view.scenery}
        onCode={() => setDialog({ kind: 'securityCode' })}
      />
      <Stage people={people} settings={settings} {...view} panel={panel.name} onPeople={openPeople}>
        <div class="banners">
          <CodeBanner conference={conference} />
          <ConnectionBanner conference={conference} />
        </div>
      </Stage>
      {panel.name !== undefined && (
        <PanelSlot key={panel.name} onClose={panel.close}>
          {panel.name === 'chat' ? (
            <chatPanel.View conference={conference} onClose={panel.close} />
          ) : (
            <peoplePanel.View context={people} onClose={panel.close} />
          )}
        </PanelSlot>
      )}
      <ControlBar
        conference={conference}
        settings={settings}
        panel={panel.name}
        picture={picture}
        recording={recording}
        onPanel={panel.toggle}
        onDialog={(kind) => setDialog({ kind })}
      />
      {dialog && (
        <CallDialogs
          dialog={dialog}
          conference={conference}
          settings={settings}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}

/** What there is to see, and who is told what of it is seen. */
function useViewOf(conference: ConferenceModel, settings: SettingsModel) {
  const view = useMemo(
    () => ({ scenery: new Scenery(conference, settings), report: new TileReport(conference) }),
    [conference, settings],
  );
  useEffect(() => {
    view.report.start();
    return () => view.report.close();
  }, [view]);
  return view;
}

function preloadPanels(): void {
  void chatPanel.preload();
  void peoplePanel.preload();
}

function deviceKeys(conference: ConferenceModel) {
  return conference.chatOnly.value
    ? {}
    : {
        d: () => toggleMicrophone(conference),
        e: () => void conference.toggleCamera(),
        s: () => void conference.toggleScreen(),
        ' ': {
          down: () => conference.holdToTalk(true),
          up: () => conference.holdToTalk(false),
        },
      };
}

/** The lobby of who is no host is empty. */
function admitFirst({ lobby, hosting }: ConferenceModel): void {
  const first = lobby.peek()[0];
  if (first !== undefined) {
    void hosting.admit(first.id);
  }
}
