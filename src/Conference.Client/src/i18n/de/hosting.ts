import type { hosting as english } from '../en/hosting';
import type { Translation } from '../types';

export const hosting: Translation<typeof english> = {
  inTheLobby: 'In der Lobby ({count})',
  asksToJoin: 'Wartet',
  nameAsksToJoin: '{name} möchte beitreten',
  severalAskToJoin: 'Mehrere Personen möchten beitreten',
  moreWaiting: { one: '{count} weitere Person wartet', other: '{count} weitere Personen warten' },
  admit: 'Einlassen',
  admitName: '{name} einlassen',
  deny: 'Ablehnen',
  denyName: '{name} ablehnen',
  admitAll: 'Alle einlassen',
  view: 'Ansehen',

  moreFor: 'Mehr zu {name}',
  spotlight: 'Für alle groß zeigen',
  endSpotlight: 'Nicht mehr groß zeigen',
  mute: 'Stummschalten',
  muteName: '{name} stummschalten',
  stopVideo: 'Video stoppen',
  stopScreen: 'Teilen beenden',
  askToUnmute: 'Um Einschalten des Mikrofons bitten',
  makeHost: 'Zum Gastgeber machen',
  removeAsHost: 'Nicht mehr Gastgeber',
  lowerHand: 'Hand senken',
  removeFromRoom: 'Aus dem Raum entfernen',

  lockRoom: 'Raum verschließen',
  muteAll: 'Alle stummschalten',
  muteEveryone: 'Alle stummschalten?',
  muteEveryoneHelp:
    'Alle Teilnehmenden außer den Gastgebern werden stummgeschaltet. Sie können ihr Mikrofon selbst wieder einschalten.',
  muteEveryoneForGood:
    'Alle Teilnehmenden außer den Gastgebern werden stummgeschaltet, bis Sie jemanden um das Einschalten des Mikrofons bitten.',

  removeTitle: '{name} entfernen?',
  remove: 'Entfernen',
  removeHelp: '{name} verlässt den Anruf und kann nur zurückkommen, wenn ein Gastgeber es erlaubt.',
  removeTurnsLobbyOn:
    'Die Lobby wird eingeschaltet, damit niemand unter anderem Namen zurückkommt.',
  removeKeepsMessages: 'Nachrichten bleiben im Raum.',
  deleteMessages: 'Nachrichten von {name} in diesem Anruf löschen',

  roomSettings: 'Raumeinstellungen',
  suspend: 'Alles anhalten',
  suspendTitle: 'Alles anhalten?',
  suspendHelp:
    'Alle Teilnehmenden außer den Gastgebern werden stummgeschaltet, ihre Bildschirme nicht mehr geteilt, ihre Aufzeichnungen enden, und der Raum wird verschlossen. Mikrofone einzuschalten, Bildschirme zu teilen, aufzuzeichnen und zu chatten bleibt den Gastgebern vorbehalten, bis Sie es in den Raumeinstellungen wieder erlauben.',
  endCallForEveryone: 'Anruf für alle beenden',
  endCallTitle: 'Den Anruf für alle beenden?',
  endCallHelp: 'Alle verlassen den Anruf, auch Sie. Der Chat bleibt im Raum.',
  endCall: 'Anruf beenden',

  mutedYou: '{host} hat Sie stummgeschaltet',
  stoppedYourVideo: '{host} hat Ihr Video gestoppt',
  stoppedYourScreen: '{host} hat Ihre Bildschirmfreigabe gestoppt',
  asksYouToUnmute: '{host} bittet Sie, Ihr Mikrofon einzuschalten',
  unmute: 'Einschalten',
  loweredYourHand: '{host} hat Ihre Hand gesenkt',
  madeYouHost: '{host} hat Sie zum Gastgeber gemacht',
  removedYouAsHost: 'Durch {host} sind Sie nicht mehr Gastgeber',
  wasRemoved: '{name} wurde entfernt',

  clickAgain: 'Eine andere Website zeigt diese Seite. Zum Bestätigen noch einmal klicken: {action}',

  notAllowed: 'Das kann nur ein Gastgeber, und nicht mit der Person, die den Raum eröffnet hat.',
  lastHost: 'Sie sind der letzte Gastgeber. Machen Sie zuerst jemand anderen zum Gastgeber.',
  ownSeat: 'Das geht nicht bei Ihnen selbst.',
  notWaiting: 'Diese Person ist nicht mehr in der Lobby.',
  participantGone: 'Diese Person ist nicht mehr im Raum.',
  failed: 'Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.',
};
