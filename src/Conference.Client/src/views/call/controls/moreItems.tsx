import { t } from '../../../i18n';
import { sayOfRecording } from '../../../i18n/recording';
import type { ConferenceModel } from '../../../state/model';
import { copyLink } from '../../../ui/copyLink';
import type { MenuItem } from '../../../ui/MenuItems';
import { blurItem, switchCameraItem } from './deviceItems';
import { isHandRaised, toggleHand } from './hand';
import { canShare, isSharing } from './share';

/** What the bar can open. */
export type BarDialog =
  'settings' | 'shortcuts' | 'securityCode' | 'connection' | 'roomSettings' | 'suspend' | 'endCall';

export interface CallActions {
  /** Absent where reactions are not allowed. */
  readonly onReact: (() => void) | undefined;
  readonly onPeople: () => void;
  readonly onLayout: () => void;
  readonly onFullScreen: () => void;
  /** The call in a window of its own; absent where the browser has none. */
  readonly picture: PictureAction | undefined;
  /** Absent where recording is not allowed. */
  readonly recording: RecordingAction | undefined;
  readonly onDialog: (dialog: BarDialog) => void;
}

export interface RecordingAction {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

export interface PictureAction {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** The menu `More`. A phone's bar has five buttons: what does not fit is here. */
export function moreItems(
  conference: ConferenceModel,
  actions: CallActions,
  isPhone: boolean,
): readonly MenuItem[] {
  const isHost = conference.isHost.value;
  return [
    ...(isPhone ? phoneItems(conference, actions) : []),
    layoutItem(actions),
    ...cameraItems(conference, isPhone),
    ...(isPhone ? [] : [fullScreenItem(actions)]),
    ...(actions.picture ? [pictureItem(actions.picture)] : []),
    ...(actions.recording ? [recordingItem(actions.recording)] : []),
    ...(isSharing(conference) ? [videoItem(conference)] : []),
    ...(conference.securityCode.state.value === 'none' ? [] : [codeItem(actions)]),
    historyItem(conference),
    { kind: 'separator' },
    ...(isHost ? hostItems(actions) : []),
    settingsItem(actions),
    ...(isPhone ? [] : [shortcutsItem(actions)]),
    ...(isPhone && isHost ? [endCallItem(actions)] : []),
  ];
}

function phoneItems(conference: ConferenceModel, actions: CallActions): readonly MenuItem[] {
  const { onReact, onPeople } = actions;
  return [
    ...(canShare(conference) && conference.media.screen.isSupported ? [shareItem(conference)] : []),
    {
      label: isHandRaised(conference) ? t('call.lowerHand') : t('call.raiseHand'),
      icon: 'hand',
      onSelect: () => toggleHand(conference),
    },
    ...(onReact ? [reactItem(onReact)] : []),
    {
      label: t('call.people'),
      icon: 'people',
      end: <LobbyBadge count={conference.lobby.value.length} />,
      onSelect: onPeople,
    },
    {
      label: t('common.copyLink'),
      icon: 'link',
      onSelect: () => void copyLink(conference.link.value),
    },
    { kind: 'separator' },
  ];
}

const codeItem = ({ onDialog }: CallActions): MenuItem => ({
  label: t('code.title'),
  icon: 'shield',
  onSelect: () => onDialog('securityCode'),
});

const shareItem = (conference: ConferenceModel): MenuItem => ({
  label: isSharing(conference) ? t('call.stopSharing') : t('call.shareScreen'),
  icon: 'screen',
  onSelect: () => void conference.toggleScreen(),
});

const recordingItem = ({ isOn, toggle }: RecordingAction): MenuItem => ({
  label: sayOfRecording(isOn ? 'stop' : 'record'),
  icon: 'record',
  onSelect: toggle,
});

const videoItem = ({ media: { screen } }: ConferenceModel): MenuItem => ({
  kind: 'checkbox',
  label: t('call.optimiseForVideo'),
  checked: screen.optimisedForVideo.value,
  onSelect: () => screen.optimiseForVideo(!screen.optimisedForVideo.value),
});

function cameraItems({ media, chatOnly }: ConferenceModel, isPhone: boolean): readonly MenuItem[] {
  const other = isPhone ? switchCameraItem(media) : undefined;
  return chatOnly.value ? [] : [blurItem(media), ...(other ? [other] : [])];
}

const reactItem = (onSelect: () => void): MenuItem => ({
  label: t('call.react'),
  icon: 'smile',
  onSelect,
});

const LobbyBadge = ({ count }: { readonly count: number }) =>
  count > 0 ? (
    <span class="badge warn end">
      <span aria-hidden="true">{count}</span>
      <span class="sr">{t('call.waiting', { count })}</span>
    </span>
  ) : null;

function historyItem({ code }: ConferenceModel): MenuItem {
  return {
    kind: 'link',
    label: t('call.roomHistory'),
    icon: 'history',
    href: `/r/${code.value}/history`,
    newTab: true,
  };
}

function hostItems({ onDialog }: CallActions): readonly MenuItem[] {
  return [
    {
      label: t('hosting.roomSettings'),
      icon: 'lock',
      onSelect: () => onDialog('roomSettings'),
    },
    { label: t('hosting.suspend'), icon: 'shield', onSelect: () => onDialog('suspend') },
  ];
}

const endCallItem = ({ onDialog }: CallActions): MenuItem => ({
  label: t('hosting.endCallForEveryone'),
  icon: 'x',
  danger: true,
  onSelect: () => onDialog('endCall'),
});

const layoutItem = ({ onLayout }: CallActions): MenuItem => ({
  label: t('stage.layout'),
  icon: 'grid',
  shortcut: 'L',
  onSelect: onLayout,
});

const pictureItem = ({ isOpen, toggle }: PictureAction): MenuItem => ({
  label: isOpen ? t('stage.closePictureInPicture') : t('stage.pictureInPicture'),
  icon: 'picture',
  onSelect: toggle,
});

function fullScreenItem(actions: CallActions): MenuItem {
  return {
    label: document.fullscreenElement ? t('call.leaveFullScreen') : t('call.fullScreen'),
    icon: 'full',
    shortcut: 'F',
    onSelect: actions.onFullScreen,
  };
}

const settingsItem = ({ onDialog }: CallActions): MenuItem => ({
  label: t('common.settings'),
  icon: 'gear',
  shortcut: ',',
  onSelect: () => onDialog('settings'),
});

const shortcutsItem = ({ onDialog }: CallActions): MenuItem => ({
  label: t('call.keyboardShortcuts'),
  icon: 'keyboard',
  shortcut: '?',
  onSelect: () => onDialog('shortcuts'),
});
