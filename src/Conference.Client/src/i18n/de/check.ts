import type { check as english } from '../en/check';
import type { Translation } from '../types';

export const check: Translation<typeof english> = {
  title: 'Verbindungstest',
  documentTitle: 'Verbindungstest - Conference',
};
