import type { FailureCode } from '../signaling/ConferenceError';
import type { RoomInfo } from '../signaling/protocol.generated';
import type { ConferenceModel, ConferencePhase, DeadEnd } from './model';
import type { Refusal } from './Seating';
import type { nameProblem } from './textRules';

type JoinProblem = NonNullable<ConferenceModel['joinProblem']['value']>;
type NameProblem = NonNullable<ReturnType<typeof nameProblem>>;

const problems: Readonly<Partial<Record<FailureCode, JoinProblem>>> = {
  name_required: 'nameRequired',
  name_too_long: 'nameTooLong',
  name_invalid: 'nameInvalid',
  too_fast: 'tooFast',
  join_token_invalid: 'joinTokenInvalid',
};

const nameFailures = {
  nameRequired: 'name_required',
  nameTooLong: 'name_too_long',
  nameInvalid: 'name_invalid',
} as const satisfies Record<NameProblem, FailureCode>;

/** What the server would say to such a name. */
export const nameFailure = (problem: NameProblem): FailureCode => nameFailures[problem];

/** There is no way on, or there is something to do about it in pre-join. */
export type Outcome = { readonly end: DeadEnd } | { readonly problem: JoinProblem };

/** What not getting a seat means for the page. */
export function outcomeOf(refusal: Refusal, info: RoomInfo | undefined): Outcome {
  if (refusal.kind === 'failure') {
    return refusal.code === 'invalid_code'
      ? { end: { reason: 'notFound' } }
      : { problem: problems[refusal.code] ?? 'unreachable' };
  }
  switch (refusal.status) {
    case 'passwordRequired':
    case 'passwordWrong':
      return { problem: refusal.status };
    case 'full':
      return { end: { reason: 'full', limit: refusal.limit ?? info?.participantLimit ?? 0 } };
    case 'notFound':
    case 'locked':
    case 'denied':
    case 'removed':
      return { end: { reason: refusal.status } };
  }
}

/** What stands in the way of somebody who has not asked yet; absent where asking is worth it. */
export function closedDoor({ entry }: RoomInfo, vouched: boolean): DeadEnd | undefined {
  const opens = entry === 'open' || entry === 'lobby' || (vouched && entry !== 'removed');
  return opens ? undefined : { reason: entry };
}

/** A lock is opened and a no forgotten: the page waits for that. */
export function mayPass({ reason }: DeadEnd): boolean {
  return reason === 'locked' || reason === 'denied';
}

/** Nobody asked for a seat yet, or can just now. */
export function isBeforeJoining(phase: ConferencePhase): boolean {
  return (
    phase.kind === 'loading' ||
    phase.kind === 'preJoin' ||
    (phase.kind === 'deadEnd' && mayPass(phase.end))
  );
}
