import { log } from '../log';
import { failureCode, type FailureCode } from '../signaling/ConferenceError';
import type { ConferenceNotice } from './model';

/** Makes a call and resolves with why it failed, if it did. */
export async function failureOf(call: () => Promise<unknown>): Promise<FailureCode | undefined> {
  try {
    await call();
    return undefined;
  } catch (cause) {
    return failureCode(cause);
  }
}

/** For calls that nobody waits for: what is lost with the connection comes back with the next seat. */
export async function attempt(
  call: () => Promise<void>,
  onNotice: (notice: ConferenceNotice) => void,
): Promise<FailureCode | undefined> {
  const code = await failureOf(call);
  if (code === 'too_fast') {
    onNotice({ kind: 'tooFast' });
  } else if (code !== undefined && code !== 'unreachable') {
    log.warn(`A call was refused: ${code}.`);
  }
  return code;
}
