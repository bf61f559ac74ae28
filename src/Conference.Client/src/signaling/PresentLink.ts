import type { HubLink } from './HubLink';

/** A link with one end, whoever ends it: the network, the server or this page. What arrives after the end is not heard. */
export class PresentLink {
  readonly ended: Promise<void>;
  hasEnded = false;
  private resolveEnded: () => void = () => undefined;

  constructor(readonly link: HubLink) {
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
  }

  end(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      this.resolveEnded();
      // A link that broke while starting rejects its own stop; it is gone either way.
      this.link.stop().catch(() => undefined);
    }
  }
}
