import type { people as english } from '../en/people';
import type { Translation } from '../types';

export const people: Translation<typeof english> = {
  title: 'Personen',
};
