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
