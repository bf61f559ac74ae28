import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n';
import { sayOfChecking } from '../../i18n/checking';
import { createCheck } from '../../state/check';
import {
  checkSteps,
  type CheckModel,
  type CheckStep,
  type CheckSummary,
} from '../../state/check/checkModel';
import { Button, Icon, Spinner, type IconName } from '../../ui';
import { copyText } from '../../ui/copyText';
import { adviceText, detailText, noRelayAnswers, stepNames } from './words';

interface Props {
  /** Of this browser, unless a test brings another one. */
  readonly create?: () => CheckModel;
}

/** Whether a call will work from here, step by step. */
export function CheckView({ create = createCheck }: Props) {
  const check = useMemo(create, [create]);
  useEffect(() => {
    void check.run();
    return () => check.close();
  }, [check]);
  return (
    <main id="main" class="page" tabIndex={-1}>
      <div class="check">
        <div class="check-head">
          <div class="grow">
            <h1>{t('check.title')}</h1>
            <p class="muted">{sayOfChecking('explained')}</p>
          </div>
          <Button variant="outline" icon="refresh" onClick={() => void check.run()}>
            {sayOfChecking('runAgain')}
          </Button>
        </div>
        <Summary check={check} />
        <ol class="card steps" aria-label={sayOfChecking('checks')}>
          {check.steps.value.map((step) => (
            <Step key={step.name} step={step} steps={check.steps.value} />
          ))}
        </ol>
        {check.summary.value && <Report check={check} />}
      </div>
    </main>
  );
}

const tones: Readonly<Record<CheckSummary, string>> = {
  works: 'ok',
  limited: 'warn',
  fails: 'danger',
};

const summaries = {
  works: ['works', undefined],
  limited: ['limited', 'limitedAbout'],
  fails: ['fails', 'failsAbout'],
} as const satisfies Record<CheckSummary, unknown>;

function Summary({ check }: { readonly check: CheckModel }) {
  const summary = check.summary.value;
  if (summary === undefined) {
    const step = check.steps.value.filter(({ result }) => result !== 'waiting').length;
    return (
      <div class="note" role="status">
        <Spinner />
        <p>
          {sayOfChecking('running', {
            step: `${Math.max(1, step)}`,
            steps: `${checkSteps.length}`,
          })}
        </p>
      </div>
    );
  }
  const [title, usualAbout] = summaries[summary];
  const isCutOff = summary === 'limited' && noRelayAnswers(check.steps.value);
  const about = isCutOff ? 'noRelay' : usualAbout;
  return (
    <div class={`note ${tones[summary]}`} role="status">
      <Icon name={summary === 'works' ? 'check' : 'alert'} />
      <div>
        <h2 class="note-title">{sayOfChecking(title)}</h2>
        {about && <p>{sayOfChecking(about)}</p>}
      </div>
    </div>
  );
}

interface Mark {
  readonly icon: IconName;
  readonly tone: string;
}

/** One that runs has a spinner. */
const marks: Readonly<Partial<Record<CheckStep['result'], Mark>>> = {
  passed: { icon: 'pass', tone: 'ok' },
  warning: { icon: 'alert', tone: 'mid' },
  failed: { icon: 'fail', tone: 'bad' },
  waiting: { icon: 'clock', tone: 'faint' },
};

interface StepProps {
  readonly step: CheckStep;
  readonly steps: readonly CheckStep[];
}

function Step({ step, steps }: StepProps) {
  const mark = marks[step.result];
  return (
    <li
      class={step.result === 'failed' ? 'step fail' : 'step'}
      data-step={step.name}
      data-result={step.result}
    >
      {mark ? <Icon name={mark.icon} size={24} class={mark.tone} /> : <Spinner />}
      <h3>{stepNames[step.name]()}</h3>
      <span class="small muted">{resultText(step)}</span>
      {'cause' in step && <p class="why small">{adviceText(step, steps)}</p>}
    </li>
  );
}

const results = {
  waiting: 'waiting',
  running: 'checking',
  passed: 'passed',
  warning: 'notAll',
  failed: 'failed',
} as const satisfies Record<CheckStep['result'], string>;

function resultText(step: CheckStep): string {
  const word = sayOfChecking(results[step.result]);
  return 'detail' in step && step.detail ? `${word} · ${detailText(step.detail)}` : word;
}

function Report({ check }: { readonly check: CheckModel }) {
  return (
    <div class="check-report">
      <Button
        variant="outline"
        icon="copy"
        onClick={() => void copyText(check.report(), t('connection.reportCopied'))}
      >
        {t('connection.copyReport')}
      </Button>
      <span class="tiny faint">{sayOfChecking('reportAbout')}</span>
    </div>
  );
}
