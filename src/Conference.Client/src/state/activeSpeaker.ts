const takeOverMilliseconds = 2_000;

/** Whose turn it is to be seen large, and since when everybody who speaks now has been speaking. */
export interface SpeakerTurn {
  readonly activeId: string | undefined;
  readonly since: ReadonlyMap<string, number>;
}

export const nobodySpeaks: SpeakerTurn = { activeId: undefined, since: new Map() };

/** The turn goes to who has spoken for 2 s while the present one is silent; the first one to speak has it at once. */
export function followSpeakers(
  turn: SpeakerTurn,
  speaking: ReadonlySet<string>,
  now: number,
): SpeakerTurn {
  const since = new Map([...speaking].map((id) => [id, turn.since.get(id) ?? now]));
  const { activeId } = turn;
  if (activeId !== undefined && speaking.has(activeId)) {
    return { activeId, since };
  }
  const rival = longest(since);
  const takesOver =
    rival !== undefined && (activeId === undefined || now - rival.at >= takeOverMilliseconds);
  return { activeId: takesOver ? rival.id : activeId, since };
}

/** Milliseconds until the turn changes although nobody begins or stops; undefined when it does not. */
export function takeOverIn({ activeId, since }: SpeakerTurn, now: number): number | undefined {
  const rival = longest(since);
  return rival === undefined || activeId === undefined || since.has(activeId)
    ? undefined
    : Math.max(0, rival.at + takeOverMilliseconds - now);
}

/** Who is no longer there has no turn. */
export function keepPresent(turn: SpeakerTurn, isPresent: (id: string) => boolean): SpeakerTurn {
  return turn.activeId === undefined || isPresent(turn.activeId)
    ? turn
    : { ...turn, activeId: undefined };
}

function longest(since: ReadonlyMap<string, number>) {
  const [first] = [...since].map(([id, at]) => ({ id, at })).sort((one, two) => one.at - two.at);
  return first;
}
