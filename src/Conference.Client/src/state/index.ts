import { RoomsApi } from '../signaling/RoomsApi';
import { BrowserStorage } from './BrowserStorage';
import { conferenceIn } from './conferenceIn';
import { HistoryStore } from './HistoryStore';
import type {
  ConferenceModel,
  HistoryModel,
  RoomsModel,
  SessionModel,
  SettingsModel,
} from './model';
import { RoomsStore } from './RoomsStore';
import { SessionStore } from './SessionStore';
import { SettingsStore } from './SettingsStore';

const storage = new BrowserStorage(() => localStorage);
const api = new RoomsApi();
const roomsStore = new RoomsStore(api, storage);

export const rooms: RoomsModel = roomsStore;
export const session: SessionModel = new SessionStore(api);
export const settings: SettingsModel = new SettingsStore(storage);

/** The page `/r/{code}`; opens its connection at once. Whoever creates it closes it. */
export function createConference(code: string, onMoved: (code: string) => void): ConferenceModel {
  roomsStore.remember(code);
  return conferenceIn({ room: code, api, storage, settings, onMoved });
}

/** The page `/r/{code}/history`. Whoever creates it closes it. */
export function createHistory(code: string): HistoryModel {
  return new HistoryStore(code, api);
}
