export const stage = {
  pinned: 'pinned',
  pinName: 'Pin {name}',
  unpinName: 'Unpin {name}',
  pinScreenOf: 'Pin screen of {name}',
  unpinScreenOf: 'Unpin screen of {name}',
  pinForMe: 'Pin for me',
  unpin: 'Unpin',

  screenOf: 'Screen of {name}',
  yourScreen: 'Your screen',
  isSharing: '{name} is sharing',
  youAreSharing: 'You are sharing',
  paused: 'paused',
  sharingPaused: 'Sharing is paused',

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
