export const call = {
  title: 'Call controls',
} as const;
