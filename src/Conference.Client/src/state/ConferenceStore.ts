import { signal } from '@preact/signals-core';
import type { RoomInfo } from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import type {
  ChatModel,
  ConferenceModel,
  ConferenceNotice,
  ConferencePhase,
  LocalMediaModel,
  MessageModel,
  ParticipantModel,
  ServerLink,
} from './model';
import { roomLink } from './roomCode';

const nothing = (): Promise<void> => Promise.resolve();

function emptyChat(): ChatModel {
  const draft = signal('');
  return {
    messages: signal<readonly MessageModel[]>([]),
    hasEarlier: signal(false),
    loadingEarlier: signal(false),
    unread: signal(0),
    typing: signal<readonly string[]>([]),
    draft,
    setDraft: (text) => (draft.value = text),
    send: nothing,
    retry: nothing,
    remove: nothing,
    loadEarlier: nothing,
    setVisible: () => undefined,
  };
}

function emptyMedia(): LocalMediaModel {
  return {
    microphone: signal('off' as const),
    camera: signal('off' as const),
    microphoneProblem: signal(undefined),
    cameraProblem: signal(undefined),
    cameraStream: signal(undefined),
    level: signal(0),
    devices: signal({ microphone: [], camera: [], speaker: [] }),
    selected: signal({}),
    canSelectSpeaker: false,
    start: nothing,
    stop: () => undefined,
    setMicrophone: nothing,
    setCamera: nothing,
    select: nothing,
    playTestSound: nothing,
  };
}

export class ConferenceStore implements ConferenceModel {
  readonly link: string;
  readonly phase = signal<ConferencePhase>({ kind: 'loading' });
  readonly info = signal<RoomInfo | undefined>(undefined);
  readonly title = signal('');
  readonly isHost = signal(false);
  readonly rememberedName = '';
  readonly media = emptyMedia();
  readonly chatOnly = signal(false);
  readonly serverLink = signal<ServerLink>('connecting');
  readonly participants = signal<readonly ParticipantModel[]>([]);
  readonly local = signal<ParticipantModel | undefined>(undefined);
  readonly callStartedAt = signal<number | undefined>(undefined);
  readonly ownQuality = signal<'good' | 'fair' | 'poor'>('good');
  readonly chat = emptyChat();
  readonly notice = signal<ConferenceNotice | undefined>(undefined);
  readonly joinProblem = signal<ConferenceModel['joinProblem']['value']>(undefined);

  constructor(
    readonly code: string,
    private readonly api: RoomsApi,
  ) {
    this.link = roomLink(code);
    void this.loadInfo();
  }

  private async loadInfo(): Promise<void> {
    try {
      this.info.value = await this.api.info(this.code);
      this.title.value = this.info.value.title;
      this.phase.value = { kind: 'preJoin' };
    } catch {
      this.phase.value = { kind: 'deadEnd', end: { reason: 'notFound' } };
    }
  }

  join(): Promise<void> {
    this.phase.value = { kind: 'inCall' };
    this.callStartedAt.value = Date.now();
    return Promise.resolve();
  }

  leave(): Promise<void> {
    this.phase.value = { kind: 'left' };
    return Promise.resolve();
  }

  rejoin = (): Promise<void> => this.join();
  toggleMicrophone = nothing;
  toggleCamera = nothing;
  raiseHand = nothing;
  lowerHand = nothing;
  react = nothing;
  close = (): void => undefined;
}
