import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isFramed } from '../../../framed';
import { t } from '../../../i18n';
import type { WaitingGuest } from '../../../signaling/protocol.generated';
import type { ConferenceModel } from '../../../state/model';
import { announce } from '../../../ui/announce';
import { Avatar } from '../../../ui/Avatar';
import { dismissToast, toast, toasts, type ToastAction } from '../../../ui/toast';

/** As many as are seen at a time; more are told of in one sentence. */
const namedAtMost = 3;

/** Stands for the toast that tells of several. */
const several = 'several';

/** Tells hosts who asks to join: in toasts, which go when the guest does, or in words where the lobby is open to be seen. */
export function useLobbyNotices(
  conference: ConferenceModel,
  isPeopleOpen: boolean,
  onView: () => void,
): void {
  const shown = useRef(new Map<string, number>());
  const known = useRef<ReadonlySet<string>>(new Set());

  useSignalEffect(() => {
    const waiting = conference.lobby.value;
    const fresh = waiting.filter(({ id }) => !known.current.has(id));
    known.current = new Set(waiting.map(({ id }) => id));
    dismiss(shown.current, (id) => known.current.has(id) || (id === several && waiting.length > 0));
    if (fresh.length === 0) {
      return;
    }
    const view: ToastAction = { label: t('hosting.view'), onSelect: onView };
    if (isPeopleOpen) {
      announce(wordsFor(fresh));
    } else if (waiting.length > namedAtMost) {
      tellOfSeveral(shown.current, view);
    } else {
      fresh.forEach((guest) => shown.current.set(guest.id, tellOf(guest, conference, view)));
    }
  });

  useEffect(() => {
    if (isPeopleOpen) {
      dismiss(shown.current, () => false);
    }
  }, [isPeopleOpen]);
}

const wordsFor = ([first, ...others]: readonly WaitingGuest[]): string =>
  first !== undefined && others.length === 0
    ? t('hosting.nameAsksToJoin', { name: first.name })
    : t('hosting.severalAskToJoin');

function tellOf(guest: WaitingGuest, { hosting }: ConferenceModel, view: ToastAction): number {
  const { id, personId, name } = guest;
  const admit: ToastAction = {
    label: t('hosting.admit'),
    name: t('hosting.admitName', { name }),
    primary: true,
    onSelect: () => void hosting.admit(id),
  };
  return toast(t('hosting.nameAsksToJoin', { name }), {
    lead: <Avatar personId={personId} name={name} size={28} />,
    // In a frame it takes two clicks, and the toast is gone after the first.
    actions: isFramed() ? [view] : [view, admit],
  });
}

/** One toast however many come: a crowd at the door must not flood the page or its reader. */
function tellOfSeveral(shown: Map<string, number>, view: ToastAction): void {
  const key = shown.get(several);
  if (key === undefined || toasts.peek().every((entry) => entry.key !== key)) {
    dismiss(shown, () => false);
    shown.set(several, toast(t('hosting.severalAskToJoin'), { actions: [view] }));
  }
}

function dismiss(shown: Map<string, number>, stays: (id: string) => boolean): void {
  shown.forEach((key, id) => {
    if (!stays(id)) {
      dismissToast(key);
      shown.delete(id);
    }
  });
}
