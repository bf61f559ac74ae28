import { useRef, useState } from 'preact/hooks';
import { useNow } from '../../hooks';
import { t } from '../../i18n';
import type { RoomListItem } from '../../signaling/protocol.generated';
import type { RoomsModel } from '../../state/model';
import { Button, buttonClass, Icon, Link, toast } from '../../ui';
import { RoomSettingsDialog } from '../roomSettings';
import { RenameDialog } from './RenameDialog';
import { RoomRow } from './RoomRow';

interface Props {
  readonly rooms: RoomsModel;
  readonly signedIn: boolean;
}

/** `Your rooms`: what this browser, or the person who is signed in, has started or joined. */
export function RoomList({ rooms, signedIn }: Props) {
  const list = rooms.rooms.value;
  const latest = list?.[0];
  return (
    <section class="rooms" aria-labelledby="your-rooms">
      <header>
        <h2 id="your-rooms" tabIndex={-1}>
          {t('home.yourRooms')}
        </h2>
        {latest && (
          <Link
            class={buttonClass({ variant: 'quiet', size: 'small' })}
            href={`/r/${latest.code}/history`}
          >
            <Icon name="search" size={16} />
            {t('home.searchHistory')}
          </Link>
        )}
      </header>
      {list === undefined && rooms.unreachable.value && <Unreachable rooms={rooms} />}
      {list?.length === 0 && <NoRooms />}
      {list && list.length > 0 && <Rows rooms={rooms} signedIn={signedIn} list={list} />}
    </section>
  );
}

interface RowsProps extends Props {
  readonly list: readonly RoomListItem[];
}

function Rows({ rooms, signedIn, list }: RowsProps) {
  const now = useNow(30_000);
  const rows = useRef<HTMLUListElement>(null);
  const [renaming, setRenaming] = useState<RoomListItem>();
  const [configured, setConfigured] = useState<RoomListItem>();
  const forget = (room: RoomListItem, index: number) => {
    rooms.forget(room.code);
    toast(t('home.forgotten', { title: room.title || t('common.untitledRoom') }));
    focusRow(rows.current, Math.min(index, list.length - 2));
  };
  return (
    <>
      <ul class="card" ref={rows}>
        {list.map((room, index) => (
          <RoomRow
            key={room.code}
            room={room}
            now={now}
            onRename={() => setRenaming(room)}
            onSettings={() => setConfigured(room)}
            onForget={() => forget(room, index)}
          />
        ))}
      </ul>
      <p class="tiny faint remembered">
        {t(signedIn ? 'home.rememberedForPerson' : 'home.remembered')}
      </p>
      {renaming && (
        <RenameDialog rooms={rooms} room={renaming} onClose={() => setRenaming(undefined)} />
      )}
      {configured && (
        <RoomSettingsDialog
          create={() => rooms.createSettings(configured.code)}
          onClose={() => setConfigured(undefined)}
          onChanged={() => void rooms.load()}
        />
      )}
    </>
  );
}

// The row that had focus is gone: the next one has it, or the heading when there is none.
function focusRow(rows: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    const links = rows?.querySelectorAll<HTMLElement>('h3 a');
    const next = rows?.isConnected ? links?.[index] : undefined;
    (next ?? document.getElementById('your-rooms'))?.focus();
  });
}

const NoRooms = () => (
  <div class="card blank">
    <span class="ico">
      <Icon name="chat" size={24} />
    </span>
    <h3>{t('home.noRooms')}</h3>
    <p>{t('home.noRoomsHelp')}</p>
  </div>
);

const Unreachable = ({ rooms }: { readonly rooms: RoomsModel }) => (
  <div class="card blank">
    <span class="ico">
      <Icon name="alert" size={24} />
    </span>
    <h3>{t('home.roomsUnreachable')}</h3>
    <p>{t('common.unreachable')}</p>
    <div class="row">
      <Button variant="outline" icon="refresh" onClick={() => void rooms.load()}>
        {t('common.tryAgain')}
      </Button>
    </div>
  </div>
);
