import type { MessageModel } from '../../state/model';

/** A piece of the list that is drawn as one: the same object as before while nothing in it has changed. */
export interface Chunk {
  readonly key: string;
  readonly messages: readonly MessageModel[];
}

export interface Day {
  /** The local date, as `2026-11-20`. */
  readonly key: string;
  readonly startsAt: string;
  /** A separator with the date stands before it. */
  readonly separated: boolean;
  readonly chunks: readonly Chunk[];
}

const sequencesInChunk = 32;

/** Cuts the list into days and chunks, taking over the chunks of `previous` that are still the same. */
export function groupMessages(
  messages: readonly MessageModel[],
  previous: readonly Day[] = [],
): readonly Day[] {
  const known = new Map(previous.map((day) => [day.key, day]));
  const days: Day[] = [];
  for (const run of runsOfDays(messages)) {
    const date = dateKey(run[0].message.sentAt);
    const key = days.some((day) => day.key === date) ? `${date}-${days.length}` : date;
    days.push(dayOf(key, run, known.get(key)));
  }
  return days;
}

type Run = [MessageModel, ...MessageModel[]];

function runsOfDays(messages: readonly MessageModel[]): Run[] {
  const runs: Run[] = [];
  for (const message of messages) {
    const run = runs.at(-1);
    if (run === undefined || message.startsDay) {
      runs.push([message]);
    } else {
      run.push(message);
    }
  }
  return runs;
}

function dayOf(key: string, run: Run, previous: Day | undefined): Day {
  const known = new Map(previous?.chunks.map((chunk) => [chunk.key, chunk]));
  return {
    key,
    startsAt: run[0].message.sentAt,
    separated: run[0].startsDay,
    chunks: cut(run).map((chunk) => reuse(chunk, known.get(chunk.key))),
  };
}

/** Borders lie at fixed sequences, so that older messages loaded in front move none of them. */
function cut(run: Run): Chunk[] {
  const chunks: { key: string; messages: MessageModel[] }[] = [];
  let sequence = 0;
  for (const message of run) {
    sequence = message.message.sequence ?? sequence + 1;
    const key = String(Math.floor(sequence / sequencesInChunk));
    const chunk = chunks.at(-1);
    if (chunk?.key === key) {
      chunk.messages.push(message);
    } else {
      chunks.push({ key, messages: [message] });
    }
  }
  return chunks;
}

function reuse(chunk: Chunk, previous: Chunk | undefined): Chunk {
  const same =
    previous?.messages.length === chunk.messages.length &&
    previous.messages.every((message, index) => isSame(message, chunk.messages[index]));
  return same ? previous : chunk;
}

function isSame(left: MessageModel, right: MessageModel | undefined): boolean {
  return (
    left === right ||
    (left.key === right?.key &&
      left.state === right.state &&
      left.message.sequence === right.message.sequence &&
      left.message.sentAt === right.message.sentAt &&
      left.message.deleted === right.message.deleted &&
      left.mine === right.mine &&
      left.first === right.first &&
      left.startsNew === right.startsNew)
  );
}

function dateKey(instant: string): string {
  const date = new Date(instant);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
