import type { history as english } from '../en/history';
import type { Translation } from '../types';

export const history: Translation<typeof english> = {
  title: 'Chatverlauf',
};
