import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { copyLink } from '../../../ui/copyLink';
import type { MenuItem } from '../../../ui/MenuItems';
import { isHandRaised, toggleHand } from './hand';

export interface CallActions {
  readonly onReact: () => void;
  readonly onPeople: () => void;
  readonly onFullScreen: () => void;
  readonly onSettings: () => void;
  readonly onShortcuts: () => void;
}

/** The menu `More`. A phone's bar has five buttons: what does not fit is here. */
export function moreItems(
  conference: ConferenceModel,
  actions: CallActions,
  isPhone: boolean,
): readonly MenuItem[] {
  const history: MenuItem = {
    kind: 'link',
    label: t('call.roomHistory'),
    icon: 'history',
    href: `/r/${conference.code}/history`,
    newTab: true,
  };
  return isPhone
    ? [...phoneItems(conference, actions), history, { kind: 'separator' }, settingsItem(actions)]
    : [
        fullScreenItem(actions),
        history,
        { kind: 'separator' },
        settingsItem(actions),
        {
          label: t('call.keyboardShortcuts'),
          icon: 'keyboard',
          shortcut: '?',
          onSelect: actions.onShortcuts,
        },
      ];
}

function phoneItems(conference: ConferenceModel, actions: CallActions): readonly MenuItem[] {
  return [
    {
      label: isHandRaised(conference) ? t('call.lowerHand') : t('call.raiseHand'),
      icon: 'hand',
      onSelect: () => toggleHand(conference),
    },
    { label: t('call.react'), icon: 'smile', onSelect: actions.onReact },
    { label: t('call.people'), icon: 'people', onSelect: actions.onPeople },
    {
      label: t('common.copyLink'),
      icon: 'link',
      onSelect: () => void copyLink(conference.link),
    },
    { kind: 'separator' },
  ];
}

function fullScreenItem(actions: CallActions): MenuItem {
  return {
    label: document.fullscreenElement ? t('call.leaveFullScreen') : t('call.fullScreen'),
    icon: 'full',
    shortcut: 'F',
    onSelect: actions.onFullScreen,
  };
}

function settingsItem(actions: CallActions): MenuItem {
  return {
    label: t('common.settings'),
    icon: 'gear',
    shortcut: ',',
    onSelect: actions.onSettings,
  };
}
