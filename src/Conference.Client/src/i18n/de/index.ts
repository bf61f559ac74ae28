import type { Catalogue } from '../types';
import { call } from './call';
import { chat } from './chat';
import { check } from './check';
import { code } from './code';
import { common } from './common';
import { connection } from './connection';
import { history } from './history';
import { home } from './home';
import { hosting } from './hosting';
import { invite } from './invite';
import { left } from './left';
import { people } from './people';
import { prejoin } from './prejoin';
import { roomSettings } from './roomSettings';
import { settings } from './settings';
import { stage } from './stage';

export const german: Catalogue = {
  common,
  home,
  prejoin,
  left,
  settings,
  stage,
  call,
  people,
  invite,
  chat,
  history,
  hosting,
  roomSettings,
  check,
  code,
  connection,
};
