/** Who is writing, by participant id, with the time on this page's clock when that is forgotten. */
export type Typing = ReadonlyMap<string, number>;

const lifetimeMilliseconds = 5_000;

export function startTyping(typing: Typing, participantId: string, now: number): Typing {
  return new Map(typing).set(participantId, now + lifetimeMilliseconds);
}

export function stopTyping(typing: Typing, participantId: string): Typing {
  const left = new Map(typing);
  return left.delete(participantId) ? left : typing;
}

export function expireTyping(typing: Typing, now: number): Typing {
  const left = [...typing].filter(([, until]) => until > now);
  return left.length < typing.size ? new Map(left) : typing;
}

/** When something expires next; undefined when nobody is writing. */
export function nextExpiry(typing: Typing): number | undefined {
  return typing.size > 0 ? Math.min(...typing.values()) : undefined;
}
