export const invite = {
  title: 'Invite people',
} as const;
