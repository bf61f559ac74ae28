import { t } from '../../i18n';
import { Icon } from '../../ui';
import { allowSteps, deniedTitles, problemSentence, type Devices, type Problem } from './problems';

interface Props {
  readonly problems: readonly Problem[];
  readonly isCameraBlack: boolean;
}

export function DeviceNotes({ problems, isCameraBlack }: Props) {
  return (
    <>
      <ProblemNotes problems={problems} />
      {isCameraBlack && <WarningNote text={t('common.cameraBlack')} />}
    </>
  );
}

function ProblemNotes({ problems }: Pick<Props, 'problems'>) {
  return problems.map((problem) =>
    problem.kind === 'denied' ? (
      <DeniedNote key={problem.devices} devices={problem.devices} />
    ) : (
      <WarningNote key={problem.devices} text={t(problemSentence(problem))} />
    ),
  );
}

const WarningNote = ({ text }: { readonly text: string }) => (
  <div class="note warn" role="alert">
    <Icon name="alert" />
    <p>{text}</p>
  </div>
);

function DeniedNote({ devices }: { readonly devices: Devices }) {
  return (
    <div class="note danger" role="alert">
      <Icon name="alert" />
      <div>
        <h2>{t(deniedTitles[devices])}</h2>
        <ol>
          <li>
            <OpenStep />
          </li>
          <li>{t(allowSteps[devices])}</li>
          <li>{t('prejoin.stepReturn')}</li>
        </ol>
      </div>
    </div>
  );
}

const iconPlace = '|';

function OpenStep() {
  const [before, after] = t('prejoin.stepOpen', { icon: iconPlace }).split(iconPlace);
  return (
    <>
      {before}
      <Icon name="gear" size={16} />
      {after}
    </>
  );
}
