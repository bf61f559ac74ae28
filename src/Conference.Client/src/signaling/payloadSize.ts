import { ConferenceError } from './ConferenceError';

// The server closes the connection on a larger message; the difference to its 64 KiB is for the frame around the values.
const maximumBytes = 64 * 1024 - 512;

export function checkPayloadSize(values: readonly unknown[]): void {
  const bytes = new TextEncoder().encode(JSON.stringify(values)).length;
  if (bytes > maximumBytes) {
    throw new ConferenceError('too_large', `A message of ${bytes} bytes cannot be sent.`);
  }
}
