export const checking = {
  explained: 'Finds out whether a call will work from here, and why not. Nothing is recorded.',
  runAgain: 'Run again',
  checks: 'Checks',
  running: 'Checking, step {step} of {steps}…',
  works: 'Calls will work from here.',
  limited: 'Calls work, but some networks may be out of reach',
  limitedAbout: 'What did not pass stands below, with what to do.',
  fails: 'Calls will not work from here yet.',
  failsAbout: 'What failed stands below, with what to do.',
  waiting: 'Waiting',
  checking: 'Checking…',
  passed: 'Passed',
  notAll: 'Not quite',
  failed: 'Failed',
  browser: 'Browser',
  server: 'Server',
  webSocket: 'WebSocket',
  stun: 'STUN',
  turnUdp: 'TURN over UDP',
  turnTcp: 'TURN over TCP',
  turnTls: 'TURN over TLS',
  weHearYou: 'we hear you',
  browserLacksCalls: 'This browser is too old for calls. Use a newer one.',
  cameraDenied:
    'The browser blocked the camera. Open the site icon left of the address and set Camera to Allow.',
  microphoneDenied:
    'The browser blocked the microphone. Open the site icon left of the address and set Microphone to Allow.',
  silent: 'We hear nothing. Say something, and see whether the microphone has a switch of its own.',
  serverSilent: 'The server is not answering. Check your network, then run the check again.',
  webSocketBlocked:
    'Something between you and the server blocks WebSockets, often a proxy. Chat and controls will be slower.',
  stunSilent: 'Your network hides its public address. A relay (TURN) will be used instead.',
  stunNone:
    'This server offers no STUN. Calls work on open networks only. Ask the person who runs it.',
  turnNone:
    'This server has no relay for this way. Strict networks may be out of reach. Ask the person who runs it.',
  turnUdpSilent:
    'Ask your network administrator to allow UDP port 3478 to this server. Calls still work, through TCP.',
  turnTcpSilent:
    'No relay answers this way. Ask the person who runs this server to check its TURN settings.',
  noRelay:
    'No relay can be reached. Calls work on open networks only. Ask the person who runs this server to check its TURN settings.',
  turnRefused:
    'The relay refused this server’s credentials. Ask the person who runs this server to check its TURN secret.',
  signInRequired: 'Sign in to have the relays checked too.',
  reportAbout: 'Contains no names and no address of yours.',
} as const;
