import { useCallback, useMemo } from 'preact/hooks';
import { t } from '../../i18n';
import type { HistoryModel } from '../../state/model';
import { buttonClass } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/routing';
import type { MessageContext } from '../chat/Message';
import { MessageList } from '../chat/MessageList';

interface Props {
  readonly history: HistoryModel;
  /** The message at the reader's place has changed. */
  readonly onPlace: (sequence: number) => void;
}

/** The messages of the room, or that there are none. */
export function HistoryLog({ history, onPlace }: Props) {
  const context = useMessageContext(history);
  if (history.phase.value === 'empty') {
    return <NoMessages code={history.code} />;
  }
  return (
    <MessageList
      messages={history.messages.value}
      hasEarlier={history.hasEarlier.value}
      hasLater={history.hasLater.value}
      loading={history.loading.value}
      loadEarlier={() => history.loadEarlier()}
      loadLater={() => history.loadLater()}
      target={history.target.value}
      found={history.target.value?.sequence}
      onPlace={onPlace}
      context={context}
      fullDates
    />
  );
}

function useMessageContext({ code, search }: HistoryModel): MessageContext {
  const { state, text } = search.value;
  const query = state === 'idle' ? '' : text;
  const linkTo = useCallback(
    (sequence: number) => `${location.origin}/r/${code}/history#m${sequence}`,
    [code],
  );
  return useMemo(() => ({ linkTo, saysYou: false, query }), [linkTo, query]);
}

function NoMessages({ code }: { readonly code: string }) {
  return (
    <div class="blank">
      <span class="ico">
        <Icon name="chat" size={24} />
      </span>
      <h2>{t('history.empty')}</h2>
      <p>{t('history.emptyHelp')}</p>
      <div class="row">
        <Link class={buttonClass({ variant: 'primary' })} href={`/r/${code}`}>
          {t('history.openRoom')}
        </Link>
      </div>
    </div>
  );
}
