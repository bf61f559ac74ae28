import { useCallback, useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { HistoryModel } from '../../state/model';
import { route, Spinner } from '../../ui';
import { Calendar } from './Calendar';
import { dateOf, type CalendarDate } from './calendar';
import { DeadEnd } from './DeadEnd';
import './history.css';
import { HistoryHead } from './HistoryHead';
import { HistoryLog } from './HistoryLog';
import { People } from './People';
import { SearchResults } from './SearchResults';
import { SearchTools } from './SearchTools';

interface Props {
  readonly history: HistoryModel;
}

/** The room's chat outside a call. */
export function HistoryView({ history }: Props) {
  const phase = history.phase.value;
  const sequence = route.value.page === 'history' ? route.value.sequence : undefined;
  const start = useCallback(
    () => void history.start(sequence === undefined ? {} : { sequence }),
    [history, sequence],
  );
  useEffect(start, [start]);
  const isDeadEnd = phase === 'noAccess' || phase === 'notFound' || phase === 'unreachable';
  return (
    <main id="main" tabIndex={-1} class="page history">
      {isDeadEnd ? (
        <DeadEnd history={history} phase={phase} onRetry={start} />
      ) : (
        <>
          <HistoryHead history={history} />
          <Content history={history} />
        </>
      )}
    </main>
  );
}

/** Nothing is drawn half: until the first page is there, its place stays empty. */
function Content({ history }: { readonly history: HistoryModel }) {
  const [place, setPlace] = useState<number>();
  const info = history.info.value;
  if (info === undefined) {
    return (
      <div class="hist waiting" aria-busy="true">
        <Spinner size={24} />
      </div>
    );
  }
  return (
    <div class="hist">
      <section class="card messages" aria-label={t('history.region')}>
        <SearchTools history={history} />
        <SearchResults history={history} />
        <HistoryLog history={history} onPlace={setPlace} />
      </section>
      <aside class="side" aria-label={t('history.details')}>
        <Calendar history={history} current={dayAt(history, place)} />
        <People people={info.participants} />
      </aside>
    </div>
  );
}

function dayAt(history: HistoryModel, sequence: number | undefined): CalendarDate | undefined {
  const at = history.messages.value.find((model) => model.message.sequence === sequence);
  return at && dateOf(at.message.sentAt);
}
