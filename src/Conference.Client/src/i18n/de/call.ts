import type { call as english } from '../en/call';
import type { Translation } from '../types';

export const call: Translation<typeof english> = {
  title: 'Anrufsteuerung',
};
