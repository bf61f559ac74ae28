import type { LayoutChoice, ParticipantModel } from './model';
import { screenKey } from './StageStore';
import { tilesOf } from './tilesOf';

/** One visible surface: a participant, or the screen that one shares. */
export interface StageTile {
  readonly kind: 'camera' | 'screen';
  readonly key: string;
  readonly participant: ParticipantModel;
}

/** What decides which tiles there are, and which one is large. */
export interface StageWishes {
  readonly layout: LayoutChoice;
  readonly hideOwnTile: boolean;
  readonly pinned: string | undefined;
  readonly spotlightId: string | undefined;
  readonly activeSpeakerId: string | undefined;
}

/** Everything that is to be seen. */
export interface Scene {
  /** In the order of the stage: pinned, screens, joining order, the own one last. */
  readonly tiles: readonly StageTile[];
  /** The one to look at, whether it is shown large or not. */
  readonly main: StageTile | undefined;
  readonly layout: 'grid' | 'spotlight';
}

const cameraOf = (participant: ParticipantModel): StageTile => ({
  kind: 'camera',
  key: participant.info.id,
  participant,
});

const screenOf = (participant: ParticipantModel): StageTile => ({
  kind: 'screen',
  key: screenKey(participant.info.id),
  participant,
});

/** Who shares, the newest first: whoever was in `former` keeps the place, the others come before. */
export function sharing(
  former: readonly string[],
  participants: readonly ParticipantModel[],
): readonly string[] {
  const ids = participants.filter(({ screen }) => screen).map(({ info }) => info.id);
  return [
    ...ids.filter((id) => !former.includes(id)).reverse(),
    ...former.filter((id) => ids.includes(id)),
  ];
}

/** Which tiles there are and which one is large. `screens` are those who share, the newest first. */
export function sceneOf(
  participants: readonly ParticipantModel[],
  screens: readonly string[],
  wishes: StageWishes,
): Scene {
  const known = new Map(participants.map((one) => [one.info.id, one]));
  const shared = screens.flatMap((id) => known.get(id) ?? []).map(screenOf);
  const cameras = tilesOf(participants)
    .filter(({ isLocal }) => !(isLocal && wishes.hideOwnTile))
    .map(cameraOf);
  const all = [...shared, ...cameras];
  const pinned = all.find(({ key }) => key === wishes.pinned);
  const chosen = pinned ?? spotlit(all, wishes.spotlightId) ?? shared[0];
  return {
    tiles: pinned ? [pinned, ...all.filter((tile) => tile !== pinned)] : all,
    main: chosen ?? speaker(cameras, wishes.activeSpeakerId),
    layout: layoutFor(wishes.layout, chosen !== undefined, all.length),
  };
}

/** Of whom everybody is to see large, the screen says more than the face. */
function spotlit(tiles: readonly StageTile[], id: string | undefined): StageTile | undefined {
  return tiles.find(({ participant }) => participant.info.id === id);
}

function speaker(cameras: readonly StageTile[], id: string | undefined): StageTile | undefined {
  return cameras.find(({ key }) => key === id) ?? cameras[0];
}

/** One tile alone is as large as it can be. */
function layoutFor(choice: LayoutChoice, isChosen: boolean, count: number): Scene['layout'] {
  const wanted = choice === 'automatic' ? (isChosen ? 'spotlight' : 'grid') : choice;
  return count > 1 ? wanted : 'grid';
}
