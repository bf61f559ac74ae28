/** A piece of a message: plain text, or text that is a link. */
export interface TextPart {
  readonly text: string;
  /** Only on links: an absolute http or https address. */
  readonly href?: string;
}

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const endOfSentence = new Set('.,;:!?\'"*…‘’‚‛“”„‟‹›«»|`');

/** Candidates: a scheme and everything up to white space, quotes, angle brackets or East Asian punctuation. */
function candidates(text: string): IterableIterator<RegExpMatchArray> {
  return text.matchAll(
    /(?<![a-z0-9_])https?:\/\/[^\s<>"“”„«»\p{Cc}\p{Cf}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/giu,
  );
}

/** Splits the text of a message into plain text and links to http and https addresses. */
export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of candidates(text)) {
    const address = withoutTail(match[0]);
    const href = safeHref(address);
    if (href === undefined) {
      continue;
    }
    const start = match.index ?? 0;
    pushText(parts, text.slice(end, start));
    parts.push({ text: address, href });
    end = start + address.length;
  }
  pushText(parts, text.slice(end));
  return parts;
}

function pushText(parts: TextPart[], text: string): void {
  if (text !== '') {
    parts.push({ text });
  }
}

/** Leaves out what belongs to the sentence: its punctuation, and closing brackets that were opened before the address. */
function withoutTail(address: string): string {
  const unopened = surplusBrackets(address);
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const surplus = unopened.get(last) ?? 0;
    if (surplus > 0) {
      unopened.set(last, surplus - 1);
    } else if (!endOfSentence.has(last)) {
      break;
    }
    end--;
  }
  return address.slice(0, end);
}

/** How many more closing than opening brackets there are, by closing bracket. */
function surplusBrackets(address: string): Map<string, number> {
  const count = new Map<string, number>();
  for (const character of address) {
    count.set(character, (count.get(character) ?? 0) + 1);
  }
  const surplus = new Map<string, number>();
  for (const [close, open] of Object.entries(brackets)) {
    surplus.set(close, (count.get(close) ?? 0) - (count.get(open) ?? 0));
  }
  return surplus;
}

/** Addresses with a user name (`https://bank.example@evil.example`) stay text: they are written to deceive. */
function safeHref(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url.href : undefined;
}
