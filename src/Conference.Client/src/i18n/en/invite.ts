export const invite = {
  invitePeople: 'Invite people',
  firstOneHere: 'You are the first one here',
  shareTheLink: 'Share the link. People with it can join from any browser.',
  email: 'Email',
  calendar: 'Calendar',
  qrCode: 'QR code of the room link',
  scanToJoin: 'Scan to join on a phone.',
  code: 'Code',
  emailSubject: 'Join “{title}”',
  emailSubjectUntitled: 'Join a call',
  emailBody: 'Join from any browser:\n{link}',
} as const;
