import type { ConferenceModel, ParticipantModel, SettingsModel } from './model';
import { sceneOf, sharing, type Scene } from './stageTiles';

/** Remembers in which order screens came. One for a call: all its parts see the same. */
export class Scenery {
  private screens: readonly string[] = [];

  constructor(
    private readonly conference: ConferenceModel,
    private readonly settings: SettingsModel,
  ) {}

  /** To be called while drawing: reads signals. */
  sceneOf(participants: readonly ParticipantModel[]): Scene {
    const { stage, spotlightId } = this.conference;
    const { layout, hideOwnTile } = this.settings.settings.value;
    this.screens = sharing(this.screens, participants);
    return sceneOf(participants, this.screens, {
      layout,
      hideOwnTile,
      pinned: stage.pinned.value,
      spotlightId: spotlightId.value,
      activeSpeakerId: stage.activeSpeakerId.value,
    });
  }

  /** From grid to spotlight and back, whatever it was that chose. */
  changeLayout(): void {
    const { layout } = this.sceneOf(this.conference.participants.peek());
    this.settings.update({ layout: layout === 'grid' ? 'spotlight' : 'grid' });
  }
}
