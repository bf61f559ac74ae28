import { useMemo } from 'preact/hooks';
import { clip, highlight, type HighlightPart } from './highlight';
import { linkify, type TextPart } from './linkify';

interface Props {
  readonly text: string;
  /** What was searched for; its hits are marked. */
  readonly query: string;
  /** Links of the message with focus only: a long list stays one stop of the Tab key. */
  readonly tabbable: boolean;
}

/** The text of a message with its line breaks, links and hits. */
export function MessageText({ text, query, tabbable }: Props) {
  const parts = useMemo(() => piecesOf(text, query), [text, query]);
  return (
    <p class="text">
      {parts.map(({ href, pieces }, index) =>
        href === undefined ? (
          <Marked key={index} pieces={pieces} />
        ) : (
          <a
            key={index}
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            tabIndex={tabbable ? 0 : -1}
          >
            <Marked pieces={pieces} />
          </a>
        ),
      )}
    </p>
  );
}

interface PartWithHits extends TextPart {
  readonly pieces: readonly HighlightPart[];
}

function piecesOf(text: string, query: string): readonly PartWithHits[] {
  const hits = highlight(text, query);
  let end = 0;
  return linkify(text).map((part) => {
    const start = end;
    end += part.text.length;
    return { ...part, pieces: clip(hits, start, end) };
  });
}

function Marked({ pieces }: { readonly pieces: readonly HighlightPart[] }) {
  return (
    <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>
  );
}
