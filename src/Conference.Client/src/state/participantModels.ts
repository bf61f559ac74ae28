import type { PeerConnection } from '../peers/PeerConnection';
import type { ParticipantInfo, ParticipantMedia } from '../signaling/protocol.generated';
import { handPlaces } from './hands';
import type { ParticipantModel } from './model';
import { screenModel } from './screenModel';

/** Everything that a tile or a line of the roster is made of. */
export interface ParticipantSources {
  readonly participants: readonly ParticipantInfo[];
  readonly localId: string | undefined;
  readonly local: {
    readonly media: ParticipantMedia;
    readonly speaking: boolean;
    readonly stream: MediaStream | undefined;
    readonly screen: MediaStream | undefined;
    readonly quality: ParticipantModel['quality'];
  };
  readonly connections: ReadonlyMap<string, PeerConnection>;
  readonly speaking: ReadonlySet<string>;
  readonly reactions: ReadonlyMap<string, NonNullable<ParticipantModel['reaction']>>;
}

/** Reads the signals of the connections: to be called inside a computed signal. */
export function participantModels(sources: ParticipantSources): readonly ParticipantModel[] {
  const places = handPlaces(sources.participants);
  const awaited = isLocalChatOnly(sources) ? 'connected' : 'connecting';
  return sources.participants.map((info) => ({
    handPlace: places.get(info.id),
    reaction: sources.reactions.get(info.id),
    ...(info.id === sources.localId
      ? localPart(info, sources)
      : remotePart(info, sources, awaited)),
  }));
}

type Part = Omit<ParticipantModel, 'handPlace' | 'reaction'>;

/** The own devices are shown as they are, not as the server last heard of them. */
function localPart(info: ParticipantInfo, { local }: ParticipantSources): Part {
  const isSame =
    info.media.microphone === local.media.microphone &&
    info.media.camera === local.media.camera &&
    info.media.screen === local.media.screen;
  return {
    info: isSame ? info : { ...info, media: local.media },
    isLocal: true,
    tileState: 'connected',
    speaking: local.speaking,
    stream: local.stream,
    ...screenPart(local.media, local.screen),
    quality: local.quality,
  };
}

function remotePart(
  info: ParticipantInfo,
  { connections, speaking }: ParticipantSources,
  awaited: ParticipantModel['tileState'],
): Part {
  const connection = connections.get(info.id);
  return {
    info,
    isLocal: false,
    tileState: connection?.state.value ?? (info.chatOnly ? 'connected' : awaited),
    speaking: speaking.has(info.id) && info.media.microphone === 'on',
    // Whatever is sent: a camera that is off by the roster shows nothing.
    stream: info.media.camera === 'on' ? connection?.picture.value : undefined,
    ...screenPart(info.media, connection?.screenPicture.value),
    quality: connection?.quality.value.shown ?? 'good',
  };
}

/** Whatever is sent: a screen that is off by the roster is not there. */
function screenPart({ screen }: ParticipantMedia, stream: MediaStream | undefined) {
  return screen === 'off' ? {} : { screen: screenModel(stream, screen === 'paused') };
}

/** Who only writes has no peer connections: there is nothing to wait for. */
function isLocalChatOnly({ participants, localId }: ParticipantSources): boolean {
  return participants.some(({ id, chatOnly }) => id === localId && chatOnly);
}
