export const stage = {
  pinned: 'pinned',
  pinName: 'Pin {name}',
  unpinName: 'Unpin {name}',
  pinScreenOf: 'Pin screen of {name}',
  unpinScreenOf: 'Unpin screen of {name}',
  pinForMe: 'Pin for me',
  unpin: 'Unpin',

  layout: 'Layout',
  layoutGrid: 'Layout, grid',
  layoutSpotlight: 'Layout, spotlight',
  automatic: 'Automatic',
  grid: 'Grid',
  spotlight: 'Spotlight',
  hideMyTile: 'Hide my tile',

  pictureInPicture: 'Picture-in-picture',
  closePictureInPicture: 'Close picture-in-picture',
} as const;
