import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { HistoryModel, HistorySearch } from '../../state/model';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/classNames';
import { IconButton } from '../../ui/IconButton';

/** How many were found, and the way between them. The last answer stands until the next one is there. */
export function SearchResults({ history }: { readonly history: HistoryModel }) {
  const search = history.search.value;
  const answered = useRef(search);
  if (search.state !== 'searching') {
    answered.current = search;
  }
  const answer = answered.current;
  return (
    <div class={classNames(answer.state === 'idle' ? 'sr' : 'hits')}>
      <span class="grow" role="status">
        {answerText(answer)}
      </span>
      {answer.state === 'failed' && (
        <Button variant="quiet" size="small" onClick={() => history.setSearchText(answer.text)}>
          {t('common.tryAgain')}
        </Button>
      )}
      {answer.state === 'found' && <ResultButtons history={history} />}
    </div>
  );
}

function ResultButtons({ history }: { readonly history: HistoryModel }) {
  return (
    <>
      <IconButton
        icon="up"
        size="small"
        label={t('history.previousResult')}
        onClick={() => void history.previousResult()}
      />
      <IconButton
        icon="down"
        size="small"
        label={t('history.nextResult')}
        onClick={() => void history.nextResult()}
      />
    </>
  );
}

function answerText({ state, text, position, total }: HistorySearch): string {
  switch (state) {
    case 'found':
      return t('history.result', { position, total, text });
    case 'nothing':
      return t('history.nothingFound', { text });
    case 'failed':
      return t('history.searchFailed');
    case 'idle':
    case 'searching':
      return '';
  }
}
