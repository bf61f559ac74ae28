import { useEffect, useRef } from 'preact/hooks';
import { useNow } from '../../../hooks';
import { formatDuration, formatList } from '../../../i18n';
import { sayOfRecording } from '../../../i18n/recording';
import type { ConferenceModel, ParticipantModel } from '../../../state/model';
import { announce } from '../../../ui/announce';
import { Chip } from '../../../ui/Chip';
import { Icon } from '../../../ui/Icon';

interface Props {
  readonly conference: Pick<ConferenceModel, 'participants'>;
}

/** Everybody sees who records, for as long as it lasts, and hears when it begins and ends. */
export function RecordingChip({ conference }: Props) {
  const recorders = conference.participants.value.filter(({ info }) => info.recordingSince);
  useAnnouncements(recorders);
  return recorders.length > 0 ? <Recorders recorders={recorders} /> : null;
}

function Recorders({ recorders }: { readonly recorders: readonly ParticipantModel[] }) {
  const now = useNow(1_000);
  const since = Math.min(...recorders.map(({ info }) => Date.parse(info.recordingSince ?? '')));
  return (
    <span class="recording-place" data-testid="recording">
      <Chip tone="danger">
        <Icon name="record" size={16} />
        <span class="clip">{wordsFor(recorders)}</span>
        <time>{formatDuration((now - since) / 1_000)}</time>
      </Chip>
    </span>
  );
}

function wordsFor(recorders: readonly ParticipantModel[]): string {
  if (recorders.some(({ isLocal }) => isLocal)) {
    return sayOfRecording('own');
  }
  const names = formatList(recorders.map(({ info }) => info.name));
  return recorders.length > 1
    ? sayOfRecording('several', { names })
    : sayOfRecording('one', { name: names });
}

/** The own end is told by who ends it. */
function useAnnouncements(recorders: readonly ParticipantModel[]): void {
  const former = useRef<readonly ParticipantModel[]>([]);
  useEffect(() => {
    const lost = missingIn(recorders, former.current).filter(({ isLocal }) => !isLocal);
    lost.forEach(({ info: { name } }) => announce(sayOfRecording('stopped', { name })));
    if (missingIn(former.current, recorders).length > 0) {
      announce(wordsFor(recorders));
    }
    former.current = recorders;
  });
}

/** Those of the second list whom the first one does not have. */
function missingIn(known: readonly ParticipantModel[], all: readonly ParticipantModel[]) {
  return all.filter(({ info }) => !known.some((one) => one.info.id === info.id));
}
