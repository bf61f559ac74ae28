export const left = {
  youLeft: 'You left {title}',
  goesOn: 'The call goes on without you. The chat stays in the room.',
  ended: 'The chat stays in the room.',
  rejoin: 'Rejoin',
  readHistory: 'Read history',
  callEnded: 'The call has ended',
  endedByHost: 'A host ended it for everyone. The chat stays in the room.',
  roomDeleted: 'A host deleted the room and its chat.',
} as const;
