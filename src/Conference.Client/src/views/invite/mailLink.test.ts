import { expect, test } from 'vitest';
import { mailLink } from './mailLink';

const link = 'https://conference.example/r/kmr-vxtd-hpe';

test('An invitation by mail has the title and the link, whatever the title contains', () => {
  const address = new URL(mailLink('Q&A? 50 % “off”', link));
  expect(address.protocol).toBe('mailto:');
  expect(address.searchParams.get('subject')).toBe('Join “Q&A? 50 % “off””');
  expect(address.searchParams.get('body')).toContain(link);
});

test('An invitation to a room without a title has a subject too', () => {
  expect(new URL(mailLink('', link)).searchParams.get('subject')).toBe('Join a call');
});
