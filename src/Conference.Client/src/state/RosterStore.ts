import { computed, signal } from '@preact/signals-core';
import type { ParticipantInfo, RoomSnapshot } from '../signaling/protocol.generated';
import type { ConferenceNotice } from './model';
import { applyRosterEvent, emptyRoster, rosterOf, type RosterEvent } from './roster';

const confirmMilliseconds = 120_000;

export interface RosterOptions {
  /** Whether picture and sound of a participant still come. */
  readonly isHeard: (participantId: string) => boolean;
  readonly isLocal: (participantId: string) => boolean;
  readonly onMissed: () => void;
  readonly onNotice: (notice: ConferenceNotice) => void;
}

/**
 * Who is in the room. After a server's restart its snapshot lacks those who are not back yet: whoever is still heard stays, until the
 * server names them again, their media ends, or it takes too long.
 */
export class RosterStore {
  private readonly roster = signal(emptyRoster);
  private readonly unconfirmed = signal<readonly ParticipantInfo[]>([]);
  /** The life of the room in the server's memory that the versions count in. */
  epoch: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: RosterOptions) {}

  /** Both stay after the call. Undefined before the first seat. */
  readonly title = signal<string | undefined>(undefined);
  readonly code = signal<string | undefined>(undefined);

  readonly participants = computed<readonly ParticipantInfo[]>(() => {
    const known = new Set(this.roster.value.participants.map(({ id }) => id));
    const kept = this.unconfirmed.value.filter(({ id }) => !known.has(id));
    return kept.length > 0
      ? [...this.roster.value.participants, ...kept]
      : this.roster.value.participants;
  });

  /** What hosts decided; all is allowed without a seat. */
  readonly settings = computed(() => this.roster.value.settings);
  readonly spotlightId = computed(() => this.roster.value.spotlightId);

  /** The room as it is; a server that knew the room all along knows who is missing. */
  take(snapshot: RoomSnapshot): void {
    const former = this.participants.value;
    const isSameEpoch = this.epoch === undefined || this.epoch === snapshot.epoch;
    this.epoch = snapshot.epoch;
    this.roster.value = rosterOf(snapshot);
    this.title.value = snapshot.title;
    this.code.value = snapshot.code;
    this.keep(isSameEpoch ? [] : former.filter(({ id }) => this.isRemoteAndHeard(id)));
  }

  apply(event: RosterEvent): void {
    const former = this.roster.value;
    const next = applyRosterEvent(former, event);
    if (!next) {
      this.options.onMissed();
    } else if (next !== former) {
      const known = this.participants.value;
      this.roster.value = next;
      this.title.value = next.title;
      this.code.value = next.code;
      this.settle(participantOf(event));
      this.announce(event, known);
    }
  }

  /** Somebody's media ended: without the server's word that they are here, they are not. */
  checkHeard(): void {
    const kept = this.unconfirmed.value.filter(({ id }) => this.options.isHeard(id));
    if (kept.length < this.unconfirmed.value.length) {
      this.unconfirmed.value = kept;
    }
  }

  clear(): void {
    clearTimeout(this.timer);
    this.roster.value = emptyRoster;
    this.unconfirmed.value = [];
  }

  /** The server has spoken about somebody: its word counts from now on. */
  private settle(participantId: string): void {
    if (this.unconfirmed.value.some(({ id }) => id === participantId)) {
      this.unconfirmed.value = this.unconfirmed.value.filter(({ id }) => id !== participantId);
    }
  }

  private isRemoteAndHeard(id: string): boolean {
    return !this.options.isLocal(id) && this.options.isHeard(id);
  }

  private keep(participants: readonly ParticipantInfo[]): void {
    clearTimeout(this.timer);
    this.unconfirmed.value = participants;
    if (participants.length > 0) {
      this.timer = setTimeout(() => (this.unconfirmed.value = []), confirmMilliseconds);
    }
  }

  private announce(event: RosterEvent, known: readonly ParticipantInfo[]): void {
    const notice = noticeOf(event, known);
    if (notice && !this.options.isLocal(participantOf(event))) {
      this.options.onNotice(notice);
    }
  }
}

function participantOf(event: RosterEvent): string {
  switch (event.kind) {
    case 'joined':
    case 'updated':
      return event.participant.id;
    case 'left':
      return event.participantId;
    case 'room':
      return '';
  }
}

function noticeOf(
  event: RosterEvent,
  known: readonly ParticipantInfo[],
): ConferenceNotice | undefined {
  const former = known.find(({ id }) => id === participantOf(event));
  switch (event.kind) {
    case 'joined':
      return former ? undefined : { kind: 'joined', name: event.participant.name };
    case 'updated':
      return noticeOfChange(event.participant, former);
    case 'left':
      return former && { kind: 'left', name: former.name, reason: event.reason };
    case 'room':
      return undefined;
  }
}

function noticeOfChange(
  { name, handRaisedAt, media }: ParticipantInfo,
  former: ParticipantInfo | undefined,
): ConferenceNotice | undefined {
  if (media.screen !== 'off' && former?.media.screen === 'off') {
    return { kind: 'sharing', name };
  }
  return handRaisedAt !== undefined && former?.handRaisedAt === undefined
    ? { kind: 'handRaised', name }
    : undefined;
}
