import type { checking as english } from '../en/checking';
import type { Translation } from '../types';

export const checking: Translation<typeof english> = {
  explained:
    'Stellt fest, ob ein Anruf von hier aus geht, und woran es sonst liegt. Nichts wird aufgezeichnet.',
  runAgain: 'Noch einmal',
  checks: 'Schritte',
  running: 'Schritt {step} von {steps} läuft…',
  works: 'Anrufe gehen von hier aus.',
  limited: 'Anrufe gehen, aber manche Netze sind vielleicht nicht erreichbar',
  limitedAbout: 'Was nicht ging und was zu tun ist, steht unten.',
  fails: 'Anrufe gehen von hier aus noch nicht.',
  failsAbout: 'Was nicht ging und was zu tun ist, steht unten.',
  waiting: 'Wartet',
  checking: 'Läuft…',
  passed: 'In Ordnung',
  notAll: 'Nicht ganz',
  failed: 'Nicht möglich',
  browser: 'Browser',
  server: 'Server',
  webSocket: 'WebSocket',
  stun: 'STUN',
  turnUdp: 'TURN über UDP',
  turnTcp: 'TURN über TCP',
  turnTls: 'TURN über TLS',
  weHearYou: 'wir hören Sie',
  browserLacksCalls: 'Dieser Browser ist zu alt für Anrufe. Nehmen Sie einen neueren.',
  cameraDenied:
    'Der Browser hat die Kamera gesperrt. Öffnen Sie das Symbol links neben der Adresse, und erlauben Sie die Kamera.',
  microphoneDenied:
    'Der Browser hat das Mikrofon gesperrt. Öffnen Sie das Symbol links neben der Adresse, und erlauben Sie das Mikrofon.',
  silent:
    'Wir hören nichts. Sagen Sie etwas, und sehen Sie nach, ob das Mikrofon einen eigenen Schalter hat.',
  serverSilent:
    'Der Server antwortet nicht. Prüfen Sie Ihr Netzwerk, und starten Sie den Test noch einmal.',
  webSocketBlocked:
    'Etwas zwischen Ihnen und dem Server sperrt WebSockets, oft ein Proxy. Chat und Steuerung werden langsamer.',
  stunSilent:
    'Ihr Netz verbirgt seine öffentliche Adresse. Stattdessen wird ein Relais (TURN) benutzt.',
  stunNone:
    'Dieser Server bietet kein STUN an. Anrufe gehen nur in offenen Netzen. Fragen Sie, wer ihn betreibt.',
  turnNone:
    'Dieser Server hat auf diesem Weg kein Relais. Strenge Netze sind vielleicht nicht erreichbar. Fragen Sie, wer ihn betreibt.',
  turnUdpSilent:
    'Bitten Sie, wer Ihr Netz verwaltet, den UDP-Port 3478 zu diesem Server zu öffnen. Über TCP gehen Anrufe trotzdem.',
  turnTcpSilent:
    'Auf diesem Weg antwortet kein Relais. Bitten Sie, wer diesen Server betreibt, dessen TURN-Einstellungen zu prüfen.',
  noRelay:
    'Kein Relais ist erreichbar. Anrufe gehen nur in offenen Netzen. Bitten Sie, wer diesen Server betreibt, dessen TURN-Einstellungen zu prüfen.',
  turnRefused:
    'Das Relais hat die Zugangsdaten dieses Servers abgelehnt. Bitten Sie, wer ihn betreibt, das TURN-Geheimnis zu prüfen.',
  signInRequired: 'Melden Sie sich an, damit auch die Relais geprüft werden.',
  reportAbout: 'Enthält keine Namen und keine Ihrer Adressen.',
};
