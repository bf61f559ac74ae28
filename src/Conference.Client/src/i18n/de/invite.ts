import type { invite as english } from '../en/invite';
import type { Translation } from '../types';

export const invite: Translation<typeof english> = {
  title: 'Personen einladen',
};
