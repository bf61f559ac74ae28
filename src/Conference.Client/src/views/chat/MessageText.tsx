import { useMemo } from 'preact/hooks';
import { highlight } from './highlight';
import { linkify } from './linkify';

interface Props {
  readonly text: string;
  /** What was searched for; its hits are marked. */
  readonly query: string;
  /** Links of the message with focus only: a long list stays one stop of the Tab key. */
  readonly tabbable: boolean;
}

/** The text of a message with its line breaks, links and hits. */
export function MessageText({ text, query, tabbable }: Props) {
  const parts = useMemo(() => linkify(text), [text]);
  return (
    <p class="text">
      {parts.map((part, index) =>
        part.href === undefined ? (
          <Marked key={index} text={part.text} query={query} />
        ) : (
          <a
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer"
            tabIndex={tabbable ? 0 : -1}
          >
            <Marked text={part.text} query={query} />
          </a>
        ),
      )}
    </p>
  );
}

function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const parts = highlight(text, query);
  return (
    <>{parts.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</>
  );
}
