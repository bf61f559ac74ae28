import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import type { RoomsModel } from '../../state/model';
import { JoinByCode } from './JoinByCode';
import { RoomList } from './RoomList';
import { StartForm } from './StartForm';

interface Props {
  readonly rooms: RoomsModel;
  readonly signedIn: boolean;
}

export function HomeView({ rooms, signedIn }: Props) {
  useEffect(() => {
    const load = () => {
      if (!document.hidden) {
        void rooms.load();
      }
    };
    load();
    document.addEventListener('visibilitychange', load);
    return () => document.removeEventListener('visibilitychange', load);
  }, [rooms]);
  return (
    <main id="main" class="page home" tabIndex={-1}>
      <section class="lead" aria-labelledby="headline">
        <h1 id="headline">{t('home.headline')}</h1>
        <p>{t('home.lead')}</p>
        <div class="card start">
          <StartForm rooms={rooms} />
          <div class="or">{t('home.orJoin')}</div>
          <JoinByCode />
        </div>
      </section>
      <RoomList rooms={rooms} signedIn={signedIn} />
    </main>
  );
}
