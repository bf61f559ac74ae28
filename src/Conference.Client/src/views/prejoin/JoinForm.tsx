import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ConferenceModel } from '../../state/model';
import { Button, buttonClass, Icon, Link } from '../../ui';
import { DeviceNotes } from './DeviceNotes';
import { joinErrors } from './joinErrors';
import { JoinField } from './JoinField';
import { hasNoDevices, problemsOf } from './problems';
import { WhoIsHere } from './WhoIsHere';

interface Props {
  readonly conference: ConferenceModel;
}

export function JoinForm({ conference }: Props) {
  const [name, setName] = useState(conference.rememberedName);
  const [password, setPassword] = useState('');
  const [tries, setTries] = useState(0);
  const info = conference.info.value;
  const errors = joinErrors(conference.joinProblem.value);
  const problems = problemsOf(conference.media);
  const withoutDevices = hasNoDevices(problems);
  const busy = conference.phase.value.kind === 'joining';
  const vouched = conference.vouched.value;
  const asks = info?.entry === 'lobby' && !vouched;
  const needsPassword = useOnce(
    (info?.needsPassword === true && !vouched) || errors.password !== undefined,
  );

  const join = (chatOnly: boolean) => {
    setTries(tries + 1);
    void conference.join({
      name,
      chatOnly,
      withoutDevices: withoutDevices || chatOnly,
      ...(needsPassword && { password }),
    });
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
      <Heading conference={conference} asks={asks} />
      <DeviceNotes problems={problems} isCameraBlack={conference.media.isCameraBlack.value} />
      <JoinField
        label={t('prejoin.yourName')}
        tries={tries}
        error={errors.name}
        autocomplete="name"
        value={name}
        onText={setName}
      />
      {needsPassword && (
        <JoinField
          label={t('prejoin.password')}
          tries={tries}
          error={errors.password}
          autocomplete="off"
          value={password}
          onText={setPassword}
        />
      )}
      <ServerNote text={errors.server} />
      <Button type="submit" variant="primary" size="big" wide busy={busy}>
        {joinLabel(asks, withoutDevices)}
      </Button>
      {problems.length > 0 && (
        <Button variant="outline" icon="refresh" wide onClick={() => void conference.media.start()}>
          {t('common.tryAgain')}
        </Button>
      )}
      <Button variant="quiet" wide aria-disabled={busy} onClick={() => !busy && join(true)}>
        {t('prejoin.joinWithChat')}
      </Button>
      {asks && (
        <Link class={buttonClass({ variant: 'quiet', wide: true })} href="/">
          {t('common.backToHome')}
        </Link>
      )}
      {problems.length === 0 && !asks && <Encrypted />}
    </form>
  );
}

interface HeadingProps extends Props {
  readonly asks: boolean;
}

/** Who is in a room with a lobby is for those to know who were let in; who was sent here may not have been let in yet. */
const Heading = ({ conference, asks }: HeadingProps) => (
  <div>
    <h1 id="room-title">{conference.title.value || t('common.untitledRoom')}</h1>
    {asks ? (
      <p class="muted under-title">{t('prejoin.hasLobby')}</p>
    ) : (
      !conference.vouched.value && <WhoIsHere people={conference.info.value?.participants ?? []} />
    )}
  </div>
);

/** True from the first time on: a field that was asked for stays. */
function useOnce(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  useEffect(() => setEver((before) => before || now), [now]);
  return ever || now;
}

function joinLabel(asks: boolean, withoutDevices: boolean): string {
  if (asks) {
    return t('prejoin.askToJoin');
  }
  return withoutDevices ? t('prejoin.joinWithout') : t('prejoin.joinNow');
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
