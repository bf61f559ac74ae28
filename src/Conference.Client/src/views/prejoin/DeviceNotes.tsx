import { t } from '../../i18n';
import { Icon } from '../../ui';
import { allowSteps, deniedTitles, problemSentence, type Devices, type Problem } from './problems';

export function DeviceNotes({ problems }: { readonly problems: readonly Problem[] }) {
  return problems.map((problem) =>
    problem.kind === 'denied' ? (
      <DeniedNote key={problem.devices} devices={problem.devices} />
    ) : (
      <div key={problem.devices} class="note warn" role="alert">
        <Icon name="alert" />
        <p>{t(problemSentence(problem))}</p>
      </div>
    ),
  );
}

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
