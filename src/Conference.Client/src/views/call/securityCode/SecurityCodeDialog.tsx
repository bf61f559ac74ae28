import { t } from '../../../i18n';
import type { ConferenceModel } from '../../../state/model';
import { Button, Dialog, Icon } from '../../../ui';
import { copyText } from '../../../ui/copyText';
import { CodePicture, codePictures } from './codePictures';

interface Props {
  readonly conference: Pick<ConferenceModel, 'securityCode'>;
  readonly onClose: () => void;
}

/** What everybody reads aloud to know that nobody listens in between. */
export function SecurityCodeDialog({ conference, onClose }: Props) {
  const { securityCode } = conference;
  const answer = (match: boolean) => {
    securityCode.answer(match);
    onClose();
  };
  return (
    <Dialog
      title={t('code.title')}
      onClose={onClose}
      footer={<Answers {...{ conference, answer }} />}
    >
      <p class="muted under-title">{t('code.explained')}</p>
      <Code conference={conference} />
      <Advice conference={conference} />
    </Dialog>
  );
}

function Code({ conference: { securityCode } }: Pick<Props, 'conference'>) {
  const code = securityCode.code.value;
  if (!code) {
    const isAlone = securityCode.state.value === 'none';
    return <p class="code-waiting">{t(isAlone ? 'code.alone' : 'code.making')}</p>;
  }
  return (
    <>
      <ol class="code" aria-label={t('code.title')}>
        {code.pictures.map((picture, index) => (
          <li key={index}>
            <CodePicture number={picture} />
            {t(`code.${codePictures[picture] ?? 'leaf'}`)}
          </li>
        ))}
      </ol>
      <p class="digits" role="group" aria-label={t('code.inDigits')}>
        {groups(code.digits).map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
    </>
  );
}

function Advice({ conference }: Pick<Props, 'conference'>) {
  const differ = conference.securityCode.state.value === 'differ';
  return (
    <div class={differ ? 'note danger' : 'note'}>
      <Icon name={differ ? 'alert' : 'info'} />
      <p>{t(differ ? 'code.danger' : 'code.readAloud')}</p>
    </div>
  );
}

interface AnswersProps extends Pick<Props, 'conference'> {
  readonly answer: (match: boolean) => void;
}

function Answers({ conference, answer }: AnswersProps) {
  const code = conference.securityCode.code.value;
  if (!code) {
    return null;
  }
  return (
    <>
      <Button variant="textDanger" onClick={() => answer(false)}>
        {t('code.theyDiffer')}
      </Button>
      <span class="grow" />
      <Button
        variant="outline"
        icon="copy"
        onClick={() => void copyText(groups(code.digits).join(' '), t('code.copied'))}
      >
        {t('code.copy')}
      </Button>
      <Button variant="primary" icon="check" onClick={() => answer(true)}>
        {t('code.theyMatch')}
      </Button>
    </>
  );
}

const groups = (digits: string): readonly string[] => digits.match(/.{5}/g) ?? [];
