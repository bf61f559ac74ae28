import { expect, it } from 'vitest';
import { failureCode } from './ConferenceError';
import { readFailure } from './readFailure';

const invoking = "An unexpected error occurred invoking 'SendMessage' on the server.";

it.each([
  [`${invoking} HubException: text_too_long: At most 4,000 characters.`, 'text_too_long'],
  [
    "Failed to invoke 'X' due to an error on the server. HubException: invalid_request: No.",
    'invalid_request',
  ],
  ['too_fast: Wait a moment.', 'too_fast'],
  [`${invoking} HubException: not_waiting: Nobody waits there.`, 'not_waiting'],
  [`${invoking} HubException: not_a_code: Something.`, 'server_fault'],
  [invoking, 'server_fault'],
  ['Invocation canceled due to the underlying connection being closed.', 'unreachable'],
  ['WebSocket closed with status code: 1006 (no reason given).', 'unreachable'],
])('reads %s as %s', (message, code) => {
  expect(readFailure(new Error(message)).code).toBe(code);
});

it('keeps the sentence for the log', () => {
  const failure = readFailure(
    new Error(`${invoking} HubException: not_stored: The disk is full: 0 left.`),
  );
  expect(failure.message).toBe('The disk is full: 0 left.');
});

it('counts whatever is not ours as the network’s fault', () => {
  expect(failureCode(new TypeError('Failed to fetch'))).toBe('unreachable');
  expect(failureCode('text')).toBe('unreachable');
});
