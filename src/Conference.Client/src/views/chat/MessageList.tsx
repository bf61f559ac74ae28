import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { formatDay, formatFullDay, t } from '../../i18n';
import type { MessageModel } from '../../state/model';
import { classNames } from '../../ui/classNames';
import { Spinner } from '../../ui/Spinner';
import { groupMessages, type Chunk, type Day } from './chunks';
import './chat.css';
import { Message, type MessageContext } from './Message';
import { callLineText } from './names';
import { useMessageKeys } from './useMessageKeys';
import { useScrollPlace, type ScrollPlaceOptions } from './useScrollPlace';

interface Props extends ScrollPlaceOptions {
  readonly context: MessageContext;
  readonly loading: 'earlier' | 'later' | undefined;
  /** `Thursday, 20 November` instead of `Today`, also above a page that begins inside a day. */
  readonly fullDates: boolean;
  /** The message that is shown as found. */
  readonly found?: number | undefined;
  /** Stands over the list: the button to its end. */
  readonly children?: ComponentChildren;
}

/** The log of a panel or page. It scrolls by itself and keeps the reader's place. */
export function MessageList(props: Props) {
  const { messages, context, found } = props;
  const list = useRef<HTMLDivElement>(null);
  const days = useDays(messages);
  const content = useScrollPlace(list, props);
  const keys = useMessageKeys(list);
  return (
    <div
      class="log"
      role="log"
      aria-label={t('chat.messages')}
      aria-live="off"
      ref={list}
      {...keys}
    >
      <div class="log-content" ref={content}>
        {props.hasEarlier && <Loading shown={props.loading === 'earlier'} />}
        {days.map((day) => (
          <div class="log-day" key={day.key}>
            {(day.separated || props.fullDates) && (
              <DaySeparator day={day} full={props.fullDates} />
            )}
            {day.chunks.map((chunk) => (
              <ChunkView
                key={chunk.key}
                chunk={chunk}
                context={context}
                found={foundIn(chunk, found)}
              />
            ))}
          </div>
        ))}
        {props.hasLater && <Loading shown={props.loading === 'later'} />}
      </div>
    </div>
  );
}

function useDays(messages: readonly MessageModel[]): readonly Day[] {
  const previous = useRef<readonly Day[]>([]);
  return useMemo(() => (previous.current = groupMessages(messages, previous.current)), [messages]);
}

const foundIn = (chunk: Chunk, sequence: number | undefined): number | undefined =>
  chunk.messages.some((model) => model.message.sequence === sequence) ? sequence : undefined;

/** Its place is kept free, so that nothing moves when it appears. */
const Loading = ({ shown }: { readonly shown: boolean }) => (
  <div class="log-loading">{shown && <Spinner />}</div>
);

function DaySeparator({ day, full }: { readonly day: Day; readonly full: boolean }) {
  const text = full ? formatFullDay(day.startsAt) : formatDay(day.startsAt);
  return <Separator text={text} />;
}

function Separator({ text, kind }: { readonly text: string; readonly kind?: 'new' }) {
  return (
    <div class={classNames('day', kind)} role="separator" aria-label={text}>
      <span>{text}</span>
    </div>
  );
}

interface ChunkProps {
  readonly chunk: Chunk;
  readonly context: MessageContext;
  readonly found: number | undefined;
}

/** Draws its messages anew only when one of them has changed. */
function ChunkView({ chunk, context, found }: ChunkProps) {
  return useMemo(
    () => (
      <div class="chunk">
        {chunk.messages.map((model) => (
          <Line key={model.key} model={model} context={context} found={found} />
        ))}
      </div>
    ),
    [chunk, context, found],
  );
}

interface LineProps {
  readonly model: MessageModel;
  readonly context: MessageContext;
  readonly found: number | undefined;
}

function Line({ model, context, found }: LineProps) {
  const isFound = found !== undefined && model.message.sequence === found;
  return (
    <>
      {model.startsNew && <Separator text={t('chat.new')} kind="new" />}
      {model.message.kind === 'text' ? (
        <Message model={model} context={context} found={isFound} />
      ) : (
        <p class="sys" data-seq={model.message.sequence}>
          {callLineText(model.message)}
        </p>
      )}
    </>
  );
}
