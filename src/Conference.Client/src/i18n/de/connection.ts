import type { connection as english } from '../en/connection';
import type { Translation } from '../types';

export const connection: Translation<typeof english> = {
  title: 'Verbindung',
  explained: 'Sie sind mit allen direkt verbunden, oder über ein Relais.',
  none: 'Es gibt eine Verbindung, sobald jemand anderes im Anruf ist.',
  participant: 'Person',
  state: 'Zustand',
  path: 'Weg',
  delay: 'Verzögerung',
  loss: 'Verlust',
  direct: 'Direkt',
  relay: 'Relais',
  good: 'Gut',
  fair: 'Mäßig',
  poor: 'Schlecht',
  connecting: 'Verbindet',
  repairing: 'Wird repariert',
  lost: 'Verloren',
  milliseconds: '{number} ms',
  percent: '{number} %',
  kilobits: '{number} kbit/s',
  repairingWith: 'Sie und {name} hören einander nicht. Wird repariert…',
  cannot:
    'Ihre Netze lassen Sie und {name} nicht zueinander. Vielleicht braucht es einen TURN-Server.',
  copyReport: 'Bericht kopieren',
  reportCopied: 'Bericht kopiert',
  yoursGood: 'Ihre Verbindung, gut',
  yoursFair: 'Ihre Verbindung, mäßig',
  yoursPoor: 'Ihre Verbindung, schlecht',
};
