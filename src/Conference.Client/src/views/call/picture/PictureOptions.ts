import type { ConferenceModel, SettingsModel } from '../../../state/model';
import type { Scenery } from '../../../state/Scenery';
import type { TileReport } from '../stage/TileReport';

/** What is shown in a window of its own, and who is told. */
export interface PictureOptions {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly scenery: Scenery;
  readonly report: TileReport;
  /** Its person, or the browser, closed the window. */
  readonly onClosed: () => void;
  /** Ends the window, or what is about to become one. */
  readonly until: AbortSignal;
}
