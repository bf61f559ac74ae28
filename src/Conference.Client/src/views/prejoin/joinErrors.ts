import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';

export type JoinProblem = ConferenceModel['joinProblem']['value'];

/** What to say beside the field or above the button that a problem belongs to. */
export interface JoinErrors {
  readonly name?: string;
  readonly password?: string;
  readonly server?: string;
}

export function joinErrors(problem: JoinProblem): JoinErrors {
  switch (problem) {
    case undefined:
      return {};
    case 'nameRequired':
    case 'nameTooLong':
    case 'nameInvalid':
      return { name: t(`prejoin.${problem}`) };
    case 'passwordRequired':
    case 'passwordWrong':
      return { password: t(`prejoin.${problem}`) };
    case 'joinTokenInvalid':
      return { server: t('prejoin.joinTokenInvalid') };
    case 'unreachable':
    case 'tooFast':
      return { server: t(`common.${problem}`) };
    case 'hostLinkInvalid':
      return { server: t('prejoin.hostLinkInvalid') };
  }
}
