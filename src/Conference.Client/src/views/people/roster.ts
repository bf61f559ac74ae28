import type { ParticipantModel } from '../../state/model';

/** The roster: oneself first, then joining order; only names that contain the searched text. */
export function roster(
  participants: readonly ParticipantModel[],
  searched: string,
): readonly ParticipantModel[] {
  const own = participants.filter(({ isLocal }) => isLocal);
  const others = participants.filter(({ isLocal }) => !isLocal);
  return withName([...own, ...others], searched, ({ info }) => info.name);
}

/** Those whose names contain the searched text. */
export function withName<Item>(
  items: readonly Item[],
  searched: string,
  nameOf: (item: Item) => string,
): readonly Item[] {
  const text = folded(searched.trim());
  return text === '' ? items : items.filter((item) => folded(nameOf(item)).includes(text));
}

/** `tomas` finds `Tomás`. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();
}
