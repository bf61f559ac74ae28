import type { history as english } from '../en/history';
import type { Translation } from '../types';

export const history: Translation<typeof english> = {
  region: 'Verlauf',
  details: 'Angaben zum Raum',
  openRoom: 'Raum öffnen',
  messagesSince: {
    one: 'Chatverlauf · {number} Nachricht seit {date}',
    other: 'Chatverlauf · {number} Nachrichten seit {date}',
  },
  noMessages: 'Chatverlauf · keine Nachrichten',
  search: 'Nachrichten durchsuchen',
  from: 'Von',
  anyone: 'Allen',
  result: 'Treffer {position} von {total} für „{text}“',
  nothingFound: 'Nichts gefunden für „{text}“',
  searchFailed: 'Die Suche hat keine Antwort vom Server erhalten.',
  previousResult: 'Voriger Treffer',
  nextResult: 'Nächster Treffer',
  jumpToDate: 'Zum Datum',
  previousMonth: 'Voriger Monat',
  nextMonth: 'Nächster Monat',
  dayWithMessages: '{date}, mit Nachrichten',
  dayWithout: '{date}, ohne Nachrichten',
  participants: 'Teilnehmende ({count})',
  empty: 'Noch keine Nachrichten',
  emptyHelp:
    'Was in diesem Raum geschrieben wird, im Anruf oder zwischen zwei Anrufen, bleibt hier erhalten.',
  noAccess: 'Sie können diesen Verlauf nicht lesen',
  noAccessHelp:
    'Das können nur Personen, die in diesem Raum waren. Treten Sie dem Raum zuerst bei, oder bitten Sie einen Gastgeber um Einlass.',
  askToJoin: 'Beitritt anfragen',
  unreachable: 'Der Server ist nicht erreichbar',
  unreachableHelp: 'Prüfen Sie Ihr Netzwerk. Der Verlauf bleibt erhalten und ist dann wieder da.',
};
