import type { ConferenceModel, TileView } from '../../../state/model';
import { areSame, nothingShown, type TileViews } from './shownTiles';

/** Where tiles are seen: on the stage while the page is looked at, in a window of their own, and in a recording. */
type Place = 'stage' | 'picture' | 'recording';

/** Tells the state what is seen: once a frame at most, and when it changed. */
export class TileReport {
  private readonly ends = new AbortController();
  private readonly measures = new Map<Place, () => TileViews>();
  private told = nothingShown;
  private frame = 0;

  constructor(private readonly conference: Pick<ConferenceModel, 'showTiles'>) {}

  /** Follows whether the page is looked at. */
  start(): void {
    const { signal } = this.ends;
    document.addEventListener('visibilitychange', () => this.tell(), { signal });
  }

  /** How to find out what is seen in a place; undefined when it is gone. */
  measure(place: Place, how: (() => TileViews) | undefined): void {
    if (how) {
      this.measures.set(place, how);
    } else {
      this.measures.delete(place);
    }
    this.changed();
  }

  /** A hidden page has no frames to wait for. */
  changed(): void {
    if (document.visibilityState === 'hidden') {
      this.tell();
    } else if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.tell());
    }
  }

  close(): void {
    this.ends.abort();
    this.measures.clear();
    this.tell();
  }

  private tell(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const views = this.seen();
    if (!areSame(views, this.told)) {
      this.told = views;
      this.conference.showTiles(views);
    }
  }

  /** A tile that is seen twice is asked for as the larger one. */
  private seen(): TileViews {
    const isHidden = document.visibilityState === 'hidden';
    const seen = new Map<string, TileView>();
    for (const [place, measure] of this.measures) {
      for (const [key, view] of isHidden && place === 'stage' ? nothingShown : measure()) {
        const known = seen.get(key);
        seen.set(key, known && known.width >= view.width ? known : view);
      }
    }
    return seen;
  }
}
