import { call } from './call';
import { chat } from './chat';
import { common } from './common';
import { history } from './history';
import { home } from './home';
import { invite } from './invite';
import { left } from './left';
import { people } from './people';
import { prejoin } from './prejoin';
import { settings } from './settings';

export const english = {
  common,
  home,
  prejoin,
  left,
  settings,
  call,
  people,
  invite,
  chat,
  history,
} as const;
