import { t } from '../../i18n';
import type { PhraseKey } from '../../i18n';
import type { FailureCode } from '../../signaling/ConferenceError';

/** Where the words about a failure stand: at the field they are about, or above the buttons. */
export interface SettingsFailure {
  readonly at: 'title' | 'password' | 'lobbyMessage' | 'form';
  readonly text: string;
}

const places = {
  title_too_long: ['title', 'common.titleTooLong'],
  title_invalid: ['title', 'common.titleInvalid'],
  password_invalid: ['password', 'roomSettings.passwordInvalid'],
  lobby_message_invalid: ['lobbyMessage', 'roomSettings.lobbyMessageInvalid'],
  no_relay: ['form', 'roomSettings.noRelay'],
  not_allowed: ['form', 'roomSettings.notAllowed'],
  room_not_found: ['form', 'common.roomNotFound'],
  click_again: ['form', 'roomSettings.clickAgain'],
  too_fast: ['form', 'common.tooFast'],
  unreachable: ['form', 'common.unreachable'],
} as const satisfies Partial<Record<FailureCode, readonly [SettingsFailure['at'], PhraseKey]>>;

const isPlaced = (code: FailureCode): code is keyof typeof places => code in places;

export function settingsFailure(code: FailureCode): SettingsFailure {
  const [at, phrase] = isPlaced(code) ? places[code] : (['form', 'roomSettings.failed'] as const);
  return { at, text: t(phrase) };
}
