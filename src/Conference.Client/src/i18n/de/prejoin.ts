import type { prejoin as english } from '../en/prejoin';
import type { Translation } from '../types';

export const prejoin: Translation<typeof english> = {
  preview: 'Kameravorschau',
  cameraOff: 'Die Kamera ist aus',
  cameraStarting: 'Kamera wird gestartet…',
  yourName: 'Name',
  nameRequired: 'Einen Namen eingeben, damit andere wissen, wer beitritt.',
  nameTooLong: 'Ein Name kann bis zu 64 Zeichen haben.',
  nameInvalid: 'Dieser Name enthält Zeichen, die sich nicht anzeigen lassen.',
  joinNow: 'Jetzt beitreten',
  joinWithChat: 'Nur mit Chat beitreten',
  joinWithout: 'Ohne Kamera und Mikrofon beitreten',
  encrypted: 'Verschlüsselt zwischen den Teilnehmenden',
  inTheRoom: { one: '{names} ist im Raum', other: '{names} sind im Raum' },
  andOthers: { one: '{count} weitere Person', other: '{count} weitere Personen' },
  first: 'Noch ist niemand im Raum',
  blockedBoth: 'Kamera und Mikrofon sind blockiert',
  blockedCamera: 'Die Kamera ist blockiert',
  blockedMicrophone: 'Das Mikrofon ist blockiert',
  blockedHelp: 'Ohne Freigabe sind Bild und Ton für andere nicht verfügbar.',
  deniedBoth: 'Der Browser hat Kamera und Mikrofon blockiert',
  deniedCamera: 'Der Browser hat die Kamera blockiert',
  deniedMicrophone: 'Der Browser hat das Mikrofon blockiert',
  stepOpen: 'Links neben der Adresse das Symbol {icon} der Website öffnen.',
  stepAllowBoth: 'Kamera und Mikrofon auf „Zulassen“ stellen.',
  stepAllowCamera: 'Kamera auf „Zulassen“ stellen.',
  stepAllowMicrophone: 'Mikrofon auf „Zulassen“ stellen.',
  stepReturn: 'Hierher zurückkehren. Neu laden ist nicht nötig.',
  cameraInUse: 'Ein anderes Programm verwendet die Kamera. Dieses schließen und erneut versuchen.',
  microphoneInUse:
    'Ein anderes Programm verwendet das Mikrofon. Dieses schließen und erneut versuchen.',
  devicesInUse:
    'Ein anderes Programm verwendet Kamera und Mikrofon. Dieses schließen und erneut versuchen.',
  cameraMissing: 'Keine Kamera gefunden. Der Beitritt ist auch ohne möglich.',
  microphoneMissing: 'Kein Mikrofon gefunden. Der Beitritt ist auch ohne möglich.',
  devicesMissing: 'Weder Kamera noch Mikrofon gefunden. Der Beitritt ist auch ohne möglich.',
  insecure:
    'Browser geben Kamera und Mikrofon nur für https-Adressen frei. Die Person fragen, die diesen Server betreibt.',
  notFound: 'Raum nicht gefunden',
  notFoundHelp: 'Der Link ist vielleicht unvollständig, oder ein Gastgeber hat den Raum gelöscht.',
  full: 'Dieser Raum ist voll',
  fullHelp:
    'Bis zu {count} Personen können teilnehmen. Erneut versuchen, sobald jemand den Raum verlässt.',
  seatTaken: 'In einem anderen Tab beigetreten',
  seatTakenHelp: 'Der Anruf läuft dort weiter. Er lässt sich in diesen Tab zurückholen.',
  useThisTab: 'Hier fortsetzen',
};
