import type { chat as english } from '../en/chat';
import type { Translation } from '../types';

export const chat: Translation<typeof english> = {
  title: 'Chat',
};
