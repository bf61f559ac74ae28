import { t } from '../../i18n';
import type { ConferenceModel, ParticipantModel } from '../../state/model';
import type { MenuAction, MenuItem } from '../../ui/MenuItems';
import type { CallDialog } from '../call/dialogs/callDialog';

/** What a menu about somebody needs: the room, and the dialogs of the call. */
export interface PersonContext {
  readonly conference: ConferenceModel;
  readonly onDialog: (dialog: CallDialog) => void;
}

/** What one can do about a participant here and now; nothing of it is shown that does not work. */
export function personItems(
  participant: ParticipantModel,
  context: PersonContext,
): readonly MenuItem[] {
  const isHost = context.conference.isHost.value;
  const groups = [
    [
      ...ownItems(participant, context),
      ...pinItems(participant, context),
      ...(isHost ? mediaItems(participant, context) : []),
    ],
    [...(isHost ? roleItems(participant, context) : []), ...connectionItems(participant, context)],
    isHost ? removeItems(participant, context) : [],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): readonly MenuItem[] =>
      index === 0 ? group : [{ kind: 'separator' }, ...group],
    );
}

type Items = readonly MenuAction[];

function ownItems({ isLocal }: ParticipantModel, { conference, onDialog }: PersonContext): Items {
  return isLocal && conference.permissions.value.rename
    ? [
        {
          label: t('people.changeMyName'),
          icon: 'edit',
          onSelect: () => onDialog({ kind: 'name' }),
        },
      ]
    : [];
}

/** For this person alone; who only writes has no tile. */
function pinItems({ info, isLocal }: ParticipantModel, { conference: { stage } }: PersonContext) {
  const isPinned = stage.pinned.value === info.id;
  const item: MenuAction = {
    label: isPinned ? t('stage.unpin') : t('stage.pinForMe'),
    icon: 'pin',
    onSelect: () => stage.pin(isPinned ? undefined : info.id),
  };
  return isLocal || info.chatOnly ? [] : [item];
}

/** There is one to everybody with media. */
function connectionItems({ info, isLocal }: ParticipantModel, { onDialog }: PersonContext): Items {
  return isLocal || info.chatOnly
    ? []
    : [
        {
          label: t('connection.title'),
          icon: 'bolt',
          onSelect: () => onDialog({ kind: 'connection' }),
        },
      ];
}

/** Who only writes has nothing to show and nothing to silence. */
function mediaItems(participant: ParticipantModel, context: PersonContext): Items {
  const { info, isLocal } = participant;
  if (info.chatOnly) {
    return [];
  }
  const spotlight = spotlightItem(participant, context);
  return isLocal ? [spotlight] : [spotlight, ...deviceItems(participant, context)];
}

function spotlightItem({ info }: ParticipantModel, { conference }: PersonContext): MenuAction {
  const isIn = conference.spotlightId.value === info.id;
  return {
    label: isIn ? t('hosting.endSpotlight') : t('hosting.spotlight'),
    icon: 'spot',
    onSelect: () => void conference.hosting.spotlight(isIn ? undefined : info.id),
  };
}

function deviceItems({ info }: ParticipantModel, { conference }: PersonContext): Items {
  const { hosting } = conference;
  const { microphone, camera, screen } = info.media;
  return [
    ...(microphone === 'on' ? [muteItem(() => void hosting.mute(info.id))] : []),
    ...(microphone === 'muted' ? [askItem(() => void hosting.askToUnmute(info.id))] : []),
    ...(camera === 'on' ? [stopItem(() => void hosting.stopVideo(info.id))] : []),
    ...(screen === 'off' ? [] : [stopScreenItem(() => void hosting.stopScreen(info.id))]),
  ];
}

const muteItem = (onSelect: () => void): MenuAction => ({
  label: t('hosting.mute'),
  icon: 'mic-off',
  onSelect,
});

const askItem = (onSelect: () => void): MenuAction => ({
  label: t('hosting.askToUnmute'),
  icon: 'mic',
  onSelect,
});

const stopItem = (onSelect: () => void): MenuAction => ({
  label: t('hosting.stopVideo'),
  icon: 'cam-off',
  onSelect,
});

const stopScreenItem = (onSelect: () => void): MenuAction => ({
  label: t('hosting.stopScreen'),
  icon: 'screen',
  onSelect,
});

function roleItems(participant: ParticipantModel, { conference }: PersonContext): Items {
  const { info, isLocal, handPlace } = participant;
  const role: MenuAction = {
    label: info.isHost ? t('hosting.removeAsHost') : t('hosting.makeHost'),
    icon: 'star',
    onSelect: () => void conference.hosting.setHost(info.id, !info.isHost),
  };
  const lower: MenuAction = {
    label: t('hosting.lowerHand'),
    icon: 'hand',
    onSelect: () => void conference.hosting.lowerHand(info.id),
  };
  return [
    ...(!isLocal || hasOtherHost(conference) ? [role] : []),
    ...(handPlace === undefined || isLocal ? [] : [lower]),
  ];
}

/** The last host keeps the room. */
const hasOtherHost = ({ participants }: ConferenceModel): boolean =>
  participants.value.some(({ isLocal, info }) => !isLocal && info.isHost);

function removeItems({ info, isLocal }: ParticipantModel, { onDialog }: PersonContext): Items {
  return isLocal
    ? []
    : [
        {
          label: t('hosting.removeFromRoom'),
          icon: 'user-x',
          danger: true,
          onSelect: () => onDialog({ kind: 'remove', participant: info }),
        },
      ];
}
