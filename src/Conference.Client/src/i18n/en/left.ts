export const left = {
  youLeft: 'You left {title}',
  goesOn: 'The call goes on without you. The chat stays in the room.',
  ended: 'The chat stays in the room.',
  rejoin: 'Rejoin',
  readHistory: 'Read history',
} as const;
