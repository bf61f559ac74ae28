import type { people as english } from '../en/people';
import type { Translation } from '../types';

export const people: Translation<typeof english> = {
  people: 'Personen',
  invite: 'Einladen',
  closePeople: 'Personen schließen',
  searchPeople: 'Personen suchen',
  roster: 'Teilnehmerliste',
  inTheRoom: 'Im Raum ({count})',
  nobodyFound: 'Niemand gefunden für „{text}“',
  you: '(Sie)',
  muted: 'stumm',
  mutedByHost: 'von einem Gastgeber stummgeschaltet',
  microphoneOn: 'Mikrofon an',
  cameraOff: 'Kamera aus',
  handRaised: 'Hand gehoben',
  recording: 'zeichnet auf',
  sharing: 'teilt den Bildschirm',
  chatOnly: 'Nur Chat',
  speaking: 'Spricht',
  poorConnection: 'Schlechte Verbindung',
  reconnecting: 'Wird neu verbunden…',
  changeMyName: 'Meinen Namen ändern',
  yourName: 'Ihr Name',
  nameNotChanged: 'Ihr Name ließ sich nicht ändern. Prüfen Sie Ihr Netzwerk.',
  nameNotAllowed: 'Gastgeber haben das Ändern von Namen ausgeschaltet.',
};
