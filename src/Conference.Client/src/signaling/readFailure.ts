import { ConferenceError } from './ConferenceError';
import type { ErrorCode } from './protocol.generated';

// A type cannot be asked at run time whether it has a member; this list is complete because the record's keys are the type.
const known: Readonly<Record<ErrorCode, true>> = {
  invalid_request: true,
  unknown_method: true,
  invalid_code: true,
  room_not_found: true,
  name_required: true,
  name_too_long: true,
  name_invalid: true,
  title_too_long: true,
  title_invalid: true,
  already_joined: true,
  not_joined: true,
  unknown_participant: true,
  signal_invalid: true,
  text_required: true,
  text_too_long: true,
  text_invalid: true,
  message_id_invalid: true,
  message_id_reused: true,
  not_stored: true,
  search_invalid: true,
  not_waiting: true,
  last_host: true,
  no_relay: true,
  own_seat: true,
  password_invalid: true,
  lobby_message_invalid: true,
  host_link_invalid: true,
  sign_in_required: true,
  join_token_invalid: true,
  not_allowed: true,
  too_fast: true,
  server_fault: true,
};

function isErrorCode(text: string | undefined): text is ErrorCode {
  return text !== undefined && Object.hasOwn(known, text);
}

/** Reads `code: sentence` out of a failed call. Without a code the call did not get an answer. */
export function readFailure(cause: unknown): ConferenceError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, code, sentence] = /(?:^|HubException: )([a-z_]+): (.*)$/s.exec(message) ?? [];
  if (isErrorCode(code)) {
    return new ConferenceError(code, sentence ?? '', { cause });
  }
  return message.includes('on the server')
    ? new ConferenceError('server_fault', message, { cause })
    : new ConferenceError('unreachable', 'The call got no answer.', { cause });
}
