import { useRef, useState } from 'preact/hooks';
import { phone, useMediaQuery, useShortcuts } from '../../../hooks';
import { t } from '../../../i18n';
import type { ConferenceModel, SettingsModel } from '../../../state/model';
import type { PanelName } from '../panel/panelName';
import { CameraControl } from './CameraControl';
import { ControlButton } from './ControlButton';
import { toggleFullScreen } from './fullScreen';
import { HandButton } from './HandButton';
import { MicrophoneControl } from './MicrophoneControl';
import { MoreButton } from './MoreButton';
import { OwnConnection } from './OwnConnection';
import { ChatButton, PeopleButton } from './PanelButtons';
import { ReactionMenu } from './ReactionMenu';
import { useToolbar } from './useToolbar';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly panel: PanelName | undefined;
  readonly onPanel: (panel: PanelName) => void;
  readonly onSettings: () => void;
  readonly onShortcuts: () => void;
}

/** Everything one can do in a call. The order never changes. */
export function ControlBar(props: Props) {
  const { conference, settings, panel, onPanel, onSettings } = props;
  const bar = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery(phone);
  const reactions = useReactions(bar);
  useToolbar(bar);
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
          <OwnConnection conference={conference} />
        </div>
      )}
      <div class="c">
        {!conference.chatOnly.value && (
          <>
            <MicrophoneControl conference={conference} onSettings={onSettings} />
            <CameraControl conference={conference} settings={settings} onSettings={onSettings} />
          </>
        )}
        {isPhone ? chat : <HandButton conference={conference} />}
        {!isPhone && <ReactButton isOpen={reactions.opener !== undefined} open={reactions.open} />}
        <MoreButton {...props} isPhone={isPhone} onReact={reactions.open} />
        <ControlButton
          label={t('call.leave')}
          icon="leave"
          class="leave"
          aria-keyshortcuts="Shift+L"
          onClick={() => void conference.leave()}
        >
          {!isPhone && t('call.leave')}
        </ControlButton>
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

/** Reactions open above their own button, or above `More` where there is none. */
function useReactions(bar: { readonly current: HTMLElement | null }) {
  const [opener, setOpener] = useState<HTMLElement>();
  const open = () => {
    const button =
      bar.current?.querySelector<HTMLElement>('[data-opens=reactions]') ??
      bar.current?.querySelector<HTMLElement>('[data-opens=more]');
    setOpener((shown) => (shown ? undefined : (button ?? undefined)));
  };
  useShortcuts({ r: open, f: () => void toggleFullScreen() });
  return { opener, open, close: () => setOpener(undefined) };
}
