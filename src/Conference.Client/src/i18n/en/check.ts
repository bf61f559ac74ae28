export const check = {
  title: 'Connection check',
  documentTitle: 'Connection check - Conference',
} as const;
