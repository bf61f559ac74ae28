import type { Reaction } from '../signaling/protocol.generated';

const symbols: Readonly<Record<Reaction, string>> = {
  thumbsUp: 'thumb',
  heart: 'heart',
  clap: 'clap',
  laugh: 'laugh',
  surprised: 'wow',
  celebrate: 'party',
};

export function ReactionPicture({ reaction }: { readonly reaction: Reaction }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <use href={`#r-${symbols[reaction]}`} />
    </svg>
  );
}
