import type { prejoin as english } from '../en/prejoin';
import type { Translation } from '../types';

export const prejoin: Translation<typeof english> = {
  preview: 'Kameravorschau',
  cameraOff: 'Die Kamera ist aus',
  cameraStarting: 'Erlauben Sie Kamera und Mikrofon, damit andere Sie sehen und hören.',
  yourName: 'Ihr Name',
  nameRequired: 'Geben Sie Ihren Namen ein, damit andere wissen, wer Sie sind.',
  nameTooLong: 'Ein Name kann bis zu 64 Zeichen haben.',
  nameInvalid: 'Dieser Name enthält Zeichen, die sich nicht anzeigen lassen.',
  joinNow: 'Jetzt beitreten',
  joinWithChat: 'Nur mit Chat beitreten',
  joinWithout: 'Ohne Kamera und Mikrofon beitreten',
  encrypted: 'Verschlüsselt zwischen den Teilnehmenden',
  inTheRoom: { one: '{names} ist im Raum', other: '{names} sind im Raum' },
  andOthers: { one: '{count} weitere Person', other: '{count} weitere Personen' },
  first: 'Sie sind als Erstes hier',
  blockedBoth: 'Kamera und Mikrofon sind blockiert',
  blockedCamera: 'Die Kamera ist blockiert',
  blockedMicrophone: 'Das Mikrofon ist blockiert',
  blockedHelp: 'Andere sehen und hören Sie erst, wenn Sie den Zugriff erlauben.',
  deniedBoth: 'Der Browser hat Ihre Kamera und Ihr Mikrofon blockiert',
  deniedCamera: 'Der Browser hat Ihre Kamera blockiert',
  deniedMicrophone: 'Der Browser hat Ihr Mikrofon blockiert',
  stepOpen: 'Öffnen Sie links neben der Adresse das Symbol {icon} der Website.',
  stepAllowBoth: 'Stellen Sie Kamera und Mikrofon auf „Zulassen“.',
  stepAllowCamera: 'Stellen Sie Kamera auf „Zulassen“.',
  stepAllowMicrophone: 'Stellen Sie Mikrofon auf „Zulassen“.',
  stepReturn: 'Kommen Sie hierher zurück. Neu laden ist nicht nötig.',
  cameraInUse:
    'Ein anderes Programm verwendet Ihre Kamera. Schließen Sie es, und versuchen Sie es erneut.',
  microphoneInUse:
    'Ein anderes Programm verwendet Ihr Mikrofon. Schließen Sie es, und versuchen Sie es erneut.',
  devicesInUse:
    'Ein anderes Programm verwendet Ihre Kamera und Ihr Mikrofon. Schließen Sie es, und versuchen Sie es erneut.',
  cameraMissing: 'Keine Kamera gefunden. Sie können auch ohne beitreten.',
  microphoneMissing: 'Kein Mikrofon gefunden. Sie können auch ohne beitreten.',
  devicesMissing: 'Weder Kamera noch Mikrofon gefunden. Sie können auch ohne beitreten.',
  insecure:
    'Browser geben Kamera und Mikrofon nur auf https-Adressen frei. Fragen Sie die Person, die diesen Server betreibt.',
  notFound: 'Raum nicht gefunden',
  notFoundHelp: 'Der Link ist vielleicht unvollständig, oder ein Gastgeber hat den Raum gelöscht.',
  full: 'Dieser Raum ist voll',
  fullHelp:
    'Bis zu {count} Personen können teilnehmen. Versuchen Sie es erneut, sobald jemand geht.',
  seatTaken: 'Sie sind in einem anderen Tab beigetreten',
  seatTakenHelp: 'Ihr Anruf läuft dort weiter. Sie können ihn in diesen Tab zurückholen.',
  useThisTab: 'Hier fortsetzen',
};
