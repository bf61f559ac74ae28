import type { stage as english } from '../en/stage';
import type { Translation } from '../types';

export const stage: Translation<typeof english> = {
  pinned: 'angeheftet',
  pinName: '{name} anheften',
  unpinName: '{name} lösen',
  pinScreenOf: 'Bildschirm von {name} anheften',
  unpinScreenOf: 'Bildschirm von {name} lösen',
  pinForMe: 'Für mich anheften',
  unpin: 'Lösen',

  screenOf: 'Bildschirm von {name}',
  yourScreen: 'Ihr Bildschirm',
  isSharing: '{name} teilt den Bildschirm',
  youAreSharing: 'Sie teilen den Bildschirm',
  paused: 'angehalten',
  sharingPaused: 'Das Teilen ist angehalten',

  layout: 'Anordnung',
  layoutGrid: 'Anordnung, Raster',
  layoutSpotlight: 'Anordnung, großes Bild',
  automatic: 'Automatisch',
  grid: 'Raster',
  spotlight: 'Großes Bild',
  hideMyTile: 'Meine Kachel ausblenden',

  pictureInPicture: 'Bild im Bild',
  closePictureInPicture: 'Bild im Bild schließen',
};
