import type { ConferenceModel } from '../../../state/model';

/** What becomes of the own recording by what the room says of it. */
export type Standing = 'goesOn' | 'sayAgain' | 'over';

interface Said {
  readonly isInCall: boolean;
  readonly mayRecord: boolean;
  /** The roster says that one records. */
  readonly isTold: boolean;
  /** It has said so since it was told the last time. */
  readonly wasTold: boolean;
  /** The connection to the server was lost meanwhile: it may have forgotten. */
  readonly wasAway: boolean;
}

/** A host who ends it is obeyed; a server that forgot it is told again. */
export function standingOf({ isInCall, mayRecord, isTold, wasTold, wasAway }: Said): Standing {
  if (!isInCall || !mayRecord) {
    return 'over';
  }
  if (isTold || !(wasTold || wasAway)) {
    return 'goesOn';
  }
  return wasAway ? 'sayAgain' : 'over';
}

/** Follows what the room says of the own recording. To be asked inside an effect: reads signals. */
export class SaidStanding {
  private wasTold = false;
  private wasAway = false;

  constructor(private readonly conference: ConferenceModel) {}

  read(): Standing {
    const { local, permissions, phase, serverLink } = this.conference;
    const isTold = local.value?.info.recordingSince !== undefined;
    const isAway = serverLink.value === 'reconnecting' || serverLink.value === 'away';
    this.wasTold ||= isTold;
    this.wasAway = isAway || (this.wasAway && !isTold);
    const standing = standingOf({
      isInCall: phase.value.kind === 'inCall',
      mayRecord: permissions.value.record,
      isTold: isTold || isAway,
      wasTold: this.wasTold,
      wasAway: this.wasAway,
    });
    if (standing === 'sayAgain') {
      this.wasTold = false;
      this.wasAway = false;
    }
    return standing;
  }
}
