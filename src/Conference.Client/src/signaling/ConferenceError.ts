import type { ErrorCode } from './protocol.generated';

/** Codes of failures that never reached the server, beside those it answers with. `click_again`: it was clicked once only, in a frame. */
export type FailureCode = ErrorCode | 'unreachable' | 'too_large' | 'click_again';

/** A call that was refused or could not be made. Views choose words by the code; the message is for logs. */
export class ConferenceError extends Error {
  override readonly name = 'ConferenceError';

  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The code of a failure, whatever was thrown; what is not ours counts as the network's fault. */
export function failureCode(cause: unknown): FailureCode {
  return cause instanceof ConferenceError ? cause.code : 'unreachable';
}
