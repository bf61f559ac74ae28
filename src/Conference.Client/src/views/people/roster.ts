import type { ParticipantModel } from '../../state/model';

/** The roster: oneself first, then joining order; only names that contain the searched text. */
export function roster(
  participants: readonly ParticipantModel[],
  searched: string,
): readonly ParticipantModel[] {
  const text = folded(searched.trim());
  const own = participants.filter(({ isLocal }) => isLocal);
  const others = participants.filter(({ isLocal }) => !isLocal);
  return [...own, ...others].filter(({ info }) => folded(info.name).includes(text));
}

/** `tomas` finds `Tomás`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();
}
