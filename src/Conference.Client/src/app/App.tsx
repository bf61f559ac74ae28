import { useRecoveredFocus, useTitle } from '../hooks';
import { t } from '../i18n';
import type { RoomsModel, SessionModel, SettingsModel } from '../state/model';
import { route, Toasts } from '../ui';
import { Account } from '../views/home/Account';
import { HomeView } from '../views/home/HomeView';
import { CheckPage } from './CheckPage';
import { Frame } from './Frame';
import { HistoryPage } from './HistoryPage';
import { NotFoundPage } from './NotFoundPage';
import { RoomPage } from './RoomPage';
import { SkipLink } from './SkipLink';

interface Props {
  readonly rooms: RoomsModel;
  readonly session: SessionModel;
  readonly settings: SettingsModel;
}

export function App(props: Props) {
  const shown = route.value;
  useRecoveredFocus('code' in shown ? `${shown.page} ${shown.code}` : shown.page);
  return (
    <>
      <SkipLink />
      <Page {...props} />
      <Toasts level={0} />
    </>
  );
}

function Page({ rooms, session, settings }: Props) {
  const shown = route.value;
  switch (shown.page) {
    case 'home':
      return <HomePage rooms={rooms} session={session} settings={settings} />;
    case 'room':
      return <RoomPage code={shown.code} settings={settings} />;
    case 'history':
      return <HistoryPage key={shown.code} code={shown.code} settings={settings} />;
    case 'check':
      return <CheckPage settings={settings} />;
    case 'unknown':
      return (
        <Frame settings={settings}>
          <NotFoundPage />
        </Frame>
      );
  }
}

function HomePage({ rooms, session, settings }: Props) {
  useTitle(t('common.product'));
  return (
    <Frame
      settings={settings}
      account={<Account session={session} onSignedOut={() => void rooms.load()} />}
    >
      <HomeView rooms={rooms} signedIn={session.session.value?.name !== undefined} />
    </Frame>
  );
}
