import { useRef, useState } from 'preact/hooks';
import { phone, useMediaQuery, useShortcuts } from '../../../hooks';
import { t } from '../../../i18n';
import type { ConferenceModel, SettingsModel } from '../../../state/model';
import type { PanelName } from '../panel/panelName';
import { CameraControl } from './CameraControl';
import { ControlButton } from './ControlButton';
import { toggleFullScreen } from '../fullScreen';
import { HandButton } from './HandButton';
import { LeaveControl } from './LeaveControl';
import { MicrophoneControl } from './MicrophoneControl';
import { MoreButton } from './MoreButton';
import type { BarDialog, PictureAction, RecordingAction } from './moreItems';
import { OwnConnection } from './OwnConnection';
import { ChatButton, PeopleButton } from './PanelButtons';
import { canShare } from './share';
import { ShareButton } from './ShareButton';
import { ReactionMenu } from './ReactionMenu';
import { useToolbar } from './useToolbar';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly panel: PanelName | undefined;
  /** The call in a window of its own; absent where the browser has none. */
  readonly picture: PictureAction | undefined;
  /** Absent where recording is not allowed. */
  readonly recording: RecordingAction | undefined;
  readonly onPanel: (panel: PanelName) => void;
  readonly onDialog: (dialog: BarDialog) => void;
}

/** Everything one can do in a call. The order never changes. */
export function ControlBar(props: Props) {
  const { conference, settings, panel, onPanel, onDialog } = props;
  const bar = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery(phone);
  const reactions = useReactions(bar, conference.permissions.value.react);
  useToolbar(bar);
  const onSettings = () => onDialog('settings');
  const chat = (
    <ChatButton
      conference={conference}
      isOpen={panel === 'chat'}
      onToggle={() => onPanel('chat')}
    />
  );
  return (
    <div ref={bar} class="bar" role="toolbar" aria-label={t('call.callControls')}>
      {!isPhone && (
        <div class="l">
          <OwnConnection conference={conference} onOpen={() => onDialog('connection')} />
        </div>
      )}
      <div class="c">
        {!conference.chatOnly.value && (
          <>
            <MicrophoneControl conference={conference} onSettings={onSettings} />
            <CameraControl conference={conference} settings={settings} onSettings={onSettings} />
          </>
        )}
        {!isPhone && canShare(conference) && <ShareButton conference={conference} />}
        {isPhone ? chat : <HandButton conference={conference} />}
        {!isPhone && reactions.open && (
          <ReactButton isOpen={reactions.opener !== undefined} open={reactions.open} />
        )}
        <MoreButton {...props} isPhone={isPhone} onReact={reactions.open} />
        <LeaveControl
          conference={conference}
          isPhone={isPhone}
          onEndCall={() => onDialog('endCall')}
        />
      </div>
      {!isPhone && (
        <div class="r">
          {chat}
          <PeopleButton
            conference={conference}
            isOpen={panel === 'people'}
            onToggle={() => onPanel('people')}
          />
        </div>
      )}
      {reactions.opener && (
        <ReactionMenu
          opener={reactions.opener}
          onSelect={(reaction) => void conference.react(reaction)}
          onClose={reactions.close}
        />
      )}
    </div>
  );
}

interface ReactButtonProps {
  readonly isOpen: boolean;
  readonly open: () => void;
}

function ReactButton({ isOpen, open }: ReactButtonProps) {
  return (
    <ControlButton
      label={t('call.react')}
      icon="smile"
      data-opens="reactions"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-keyshortcuts="R"
      onClick={open}
    />
  );
}

/** Reactions open above their own button, or above `More` where there is none. `open` is absent where they are not allowed. */
function useReactions(bar: { readonly current: HTMLElement | null }, allowed: boolean) {
  const [opener, setOpener] = useState<HTMLElement>();
  const open = () => {
    const button =
      bar.current?.querySelector<HTMLElement>('[data-opens=reactions]') ??
      bar.current?.querySelector<HTMLElement>('[data-opens=more]');
    setOpener((shown) => (shown ? undefined : (button ?? undefined)));
  };
  useShortcuts({ ...(allowed && { r: open }), f: () => void toggleFullScreen() });
  return {
    opener: allowed ? opener : undefined,
    open: allowed ? open : undefined,
    close: () => setOpener(undefined),
  };
}
