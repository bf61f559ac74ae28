export const history = {
  title: 'Chat history',
} as const;
