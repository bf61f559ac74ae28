import { t } from '../../../i18n';
import type { PhraseKey } from '../../../i18n';
import type { FailureCode } from '../../../signaling/ConferenceError';

const phrases = {
  not_allowed: 'hosting.notAllowed',
  last_host: 'hosting.lastHost',
  own_seat: 'hosting.ownSeat',
  not_waiting: 'hosting.notWaiting',
  unknown_participant: 'hosting.participantGone',
  too_fast: 'common.tooFast',
  unreachable: 'common.unreachable',
} as const satisfies Partial<Record<FailureCode, PhraseKey>>;

const isNamed = (code: FailureCode): code is keyof typeof phrases => code in phrases;

/** Why a host's action did nothing. */
export const hostFailureText = (code: FailureCode): string =>
  t(isNamed(code) ? phrases[code] : 'hosting.failed');
