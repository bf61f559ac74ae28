import { useEffect, useRef, useState } from 'preact/hooks';
import { useRecoveredFocus, useTitle } from '../hooks';
import { createConference } from '../state';
import type { ConferenceModel, ConferencePhase, SettingsModel } from '../state/model';
import { LeftView } from '../views/left/LeftView';
import { DeadEndView } from '../views/prejoin/DeadEndView';
import { PreJoinView } from '../views/prejoin/PreJoinView';
import { WaitingView } from '../views/prejoin/WaitingView';
import { Frame } from './Frame';
import { roomTitle } from './titles';
import { call } from './views';
import { navigate } from '../ui';
import { WaitingPage } from '../ui/WaitingPage';
import { whenIdle } from '../ui/whenIdle';

interface Props {
  readonly code: string;
  readonly settings: SettingsModel;
}

/** `/r/{code}` from pre-join to after the call. */
export function RoomPage({ code, settings }: Props) {
  const [attempt, setAttempt] = useState(0);
  const { number, conference } = useVisit(code, attempt);
  return (
    <Room
      key={number}
      conference={conference}
      settings={settings}
      onRetry={() => setAttempt(attempt + 1)}
    />
  );
}

interface Visit {
  readonly number: number;
  readonly attempt: number;
  readonly conference: ConferenceModel;
}

const open = (code: string): ConferenceModel =>
  createConference(code, (moved) => navigate(`/r/${moved}`, { replace: true }));

/** A room that gets a new link in the call is still the same room: its page moves along. */
function useVisit(code: string, attempt: number): Visit {
  const kept = useRef<Visit | undefined>(undefined);
  const former = kept.current;
  const isSame = former?.attempt === attempt && former.conference.code.peek() === code;
  const visit = isSame
    ? former
    : { number: (former?.number ?? 0) + 1, attempt, conference: open(code) };
  kept.current = visit;
  const { conference } = visit;
  useEffect(() => () => conference.close(), [conference]);
  return visit;
}

interface RoomProps {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly onRetry: () => void;
}

function Room({ conference, settings, onRetry }: RoomProps) {
  const phase = useShownPhase(conference);
  const { kind } = phase;
  useTitle(roomTitle(conference));
  useRecoveredFocus(kind);
  useCallChunk(conference.phase.value.kind);
  if (kind === 'inCall') {
    return <call.View conference={conference} settings={settings} />;
  }
  return (
    <Frame settings={settings} media={conference.media}>
      {kind === 'loading' && <WaitingPage />}
      {kind === 'preJoin' && <PreJoinView conference={conference} settings={settings} />}
      {kind === 'waiting' && (
        <WaitingView conference={conference} settings={settings} lobby={phase.lobby} />
      )}
      {kind === 'left' && <LeftView conference={conference} how={phase.how} />}
      {kind === 'deadEnd' && <DeadEndView end={phase.end} onRetry={onRetry} />}
    </Frame>
  );
}

/** While somebody joins, the page they joined from stays. */
function useShownPhase({ phase }: ConferenceModel): ConferencePhase {
  const shown = useRef(phase.value);
  if (phase.value.kind !== 'joining') {
    shown.current = phase.value;
  }
  return shown.current.kind === 'joining' ? { kind: 'loading' } : shown.current;
}

// The call is a chunk of its own: fetched while somebody looks at the preview, at once when it is or may soon be needed.
function useCallChunk(kind: ConferencePhase['kind']): void {
  useEffect(() => {
    if (kind === 'joining' || kind === 'waiting') {
      void call.preload();
    }
    return kind === 'preJoin' ? whenIdle(() => void call.preload()) : undefined;
  }, [kind]);
}
