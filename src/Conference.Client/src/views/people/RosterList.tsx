import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useEachFrame } from '../../hooks';
import { t } from '../../i18n';
import { buttonClass } from '../../ui/Button';
import type { PersonContext } from './personItems';
import { PersonRow } from './PersonRow';
import { roster } from './roster';
import { useRowFocus } from './useRowFocus';

/** A room has up to 500 people: so many rows are drawn at a time. */
const rowsAtOnce = 100;
const drawnAhead = '800px';

interface Props {
  readonly context: PersonContext;
  readonly searched: string;
  /** Where the rows scroll; it has focus when the last one is gone. */
  readonly scroll: () => HTMLElement | null;
}

/** Who is in the room. More rows come when their end comes near, or by a button: for who reads without scrolling. */
export function RosterList({ context, searched, scroll }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [most, setMost] = useState(rowsAtOnce);
  const participants = useEachFrame(context.conference.participants);
  const found = roster(participants, searched);
  const shown = found.slice(0, most);
  useRowFocus(list, {
    ids: shown.map(({ info }) => info.id),
    stop: 'button',
    fallback: scroll,
  });
  useGoingOn(more, most, (index) => list.current?.children[index]);
  return (
    <>
      <h3 class="group-h">{t('people.inTheRoom', { count: participants.length })}</h3>
      <ul ref={list} aria-label={t('people.roster')}>
        {shown.map((participant) => (
          <PersonRow key={participant.info.id} participant={participant} context={context} />
        ))}
      </ul>
      {found.length > most && (
        <MoreRows
          button={more}
          drawn={most}
          count={found.length - most}
          scroll={scroll}
          onReached={() => setMost(most + rowsAtOnce)}
        />
      )}
      <p class="people-none faint" role="status">
        {found.length === 0 && t('people.nobodyFound', { text: searched.trim() })}
      </p>
    </>
  );
}

interface MoreProps extends Pick<Props, 'scroll'> {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly drawn: number;
  readonly count: number;
  readonly onReached: () => void;
}

function MoreRows({ button, drawn, count, scroll, onReached }: MoreProps) {
  const reached = useRef(onReached);
  reached.current = onReached;
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && reached.current(),
      { root: scroll(), rootMargin: drawnAhead },
    );
    if (button.current) {
      watcher.observe(button.current);
    }
    return () => watcher.disconnect();
  }, [button, drawn, scroll]);
  return (
    <button
      ref={button}
      type="button"
      class={buttonClass({ variant: 'quiet', wide: true })}
      onClick={onReached}
    >
      {t('call.moreTiles', { count })}
    </button>
  );
}

/** Who came to the end by keyboard goes on with the first of the new rows, and not behind all of them. */
function useGoingOn(
  button: RefObject<HTMLElement | null>,
  most: number,
  row: (index: number) => Element | undefined,
): void {
  const before = useRef(most);
  const hadFocus = button.current !== null && button.current === document.activeElement;
  useLayoutEffect(() => {
    if (hadFocus && most > before.current) {
      row(before.current)?.querySelector('button')?.focus();
    }
    before.current = most;
  });
}
