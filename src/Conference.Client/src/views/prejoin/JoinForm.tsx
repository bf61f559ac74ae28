import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { Button, Field, Icon, TextInput } from '../../ui';
import { DeviceNotes } from './DeviceNotes';
import { hasNoDevices, problemsOf } from './problems';
import { WhoIsHere } from './WhoIsHere';

const nameErrors = {
  nameRequired: 'prejoin.nameRequired',
  nameTooLong: 'prejoin.nameTooLong',
  nameInvalid: 'prejoin.nameInvalid',
} as const;

const serverErrors = { unreachable: 'common.unreachable', tooFast: 'common.tooFast' } as const;

type JoinProblem = ConferenceModel['joinProblem']['value'];

function nameError(problem: JoinProblem): string | undefined {
  return problem && problem in nameErrors
    ? t(nameErrors[problem as keyof typeof nameErrors])
    : undefined;
}

function serverError(problem: JoinProblem): string | undefined {
  return problem && problem in serverErrors
    ? t(serverErrors[problem as keyof typeof serverErrors])
    : undefined;
}

interface Props {
  readonly conference: ConferenceModel;
}

export function JoinForm({ conference }: Props) {
  const [name, setName] = useState(conference.rememberedName);
  const [edited, setEdited] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problem = conference.joinProblem.value;
  const problems = problemsOf(conference.media);
  const withoutDevices = hasNoDevices(problems);
  const busy = conference.phase.value.kind === 'joining';
  const wrongName = edited ? undefined : nameError(problem);

  useEffect(() => {
    if (wrongName) {
      input.current?.focus();
    }
  }, [wrongName]);

  const join = (chatOnly: boolean) => {
    setEdited(false);
    void conference.join({ name, chatOnly, withoutDevices: withoutDevices || chatOnly });
  };

  return (
    <form
      class="joinbox"
      noValidate
      aria-labelledby="room-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) {
          join(false);
        }
      }}
    >
      <div>
        <h1 id="room-title">{conference.title.value || t('common.untitledRoom')}</h1>
        <WhoIsHere people={conference.info.value?.participants ?? []} />
      </div>
      <DeviceNotes problems={problems} />
      <Field label={t('prejoin.yourName')} error={wrongName}>
        <TextInput
          ref={input}
          big
          autocomplete="name"
          enterkeyhint="go"
          maxLength={64}
          value={name}
          onText={(text) => {
            setName(text);
            setEdited(true);
          }}
        />
      </Field>
      <ServerNote text={serverError(problem)} />
      <Button type="submit" variant="primary" size="big" wide busy={busy}>
        {withoutDevices ? t('prejoin.joinWithout') : t('prejoin.joinNow')}
      </Button>
      {problems.length > 0 && (
        <Button variant="outline" icon="refresh" wide onClick={() => void conference.media.start()}>
          {t('common.tryAgain')}
        </Button>
      )}
      <Button variant="quiet" wide aria-disabled={busy} onClick={() => !busy && join(true)}>
        {t('prejoin.joinWithChat')}
      </Button>
      {problems.length === 0 && <Encrypted />}
    </form>
  );
}

const ServerNote = ({ text }: { readonly text: string | undefined }) =>
  text ? (
    <div class="note danger" role="alert">
      <Icon name="alert" />
      <p>{text}</p>
    </div>
  ) : null;

const Encrypted = () => (
  <p class="tiny faint row encrypted">
    <Icon name="shield" size={16} />
    {t('prejoin.encrypted')}
  </p>
);
