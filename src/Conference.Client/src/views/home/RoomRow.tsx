import { formatAgo, t } from '../../i18n';
import type { RoomListItem } from '../../signaling/protocol.generated';
import {
  buttonClass,
  Chip,
  copyLink,
  hueOf,
  Icon,
  initialsOf,
  Link,
  MenuButton,
  type MenuItem,
} from '../../ui';
import { lastMessageText } from './lastMessage';

interface Props {
  readonly room: RoomListItem;
  readonly now: number;
  readonly onRename: () => void;
  readonly onSettings: () => void;
  readonly onForget: () => void;
}

export function RoomRow({ now, ...menu }: Props) {
  const { room } = menu;
  const title = room.title || t('common.untitledRoom');
  const path = `/r/${room.code}`;
  return (
    <li class="room" style={{ '--h': hueOf(room.code) }}>
      <span class="mono" aria-hidden="true">
        {initialsOf(title)}
      </span>
      <h3>
        <Link class="clip" href={path}>
          {title}
        </Link>
        {room.inCall > 0 && (
          <Chip tone="ok">
            <span class="dot" aria-hidden="true" />
            {t('home.inCall', { count: room.inCall })}
          </Chip>
        )}
        {room.isHost && <Chip class="only-l">{t('common.host')}</Chip>}
      </h3>
      <div class="acts">
        <Link
          class={buttonClass({ variant: 'outline', size: 'small' }, 'only-l')}
          href={path}
          aria-label={t('home.openRoom', { title })}
        >
          {t('home.open')}
        </Link>
        <Link
          class={buttonClass({ variant: 'quiet', size: 'small' }, 'icon')}
          href={`${path}/history`}
          aria-label={t('home.historyOf', { title })}
          title={t('home.history')}
        >
          <Icon name="history" />
        </Link>
        <RoomMenu {...menu} title={title} />
      </div>
      <p class="snip">
        <span class="clip">{lastMessageText(room)}</span>
        <time dateTime={room.lastMessage?.sentAt ?? room.lastActiveAt}>
          · {formatAgo(room.lastMessage?.sentAt ?? room.lastActiveAt, now)}
        </time>
      </p>
    </li>
  );
}

interface RoomMenuProps extends Omit<Props, 'now'> {
  readonly title: string;
}

function RoomMenu({ room, title, onRename, onSettings, onForget }: RoomMenuProps) {
  const label = t('home.moreFor', { title });
  const hostItems: readonly MenuItem[] = [
    { label: t('home.rename'), icon: 'edit', onSelect: onRename },
    { label: t('home.roomSettings'), icon: 'lock', onSelect: onSettings },
  ];
  return (
    <MenuButton
      label={label}
      align="end"
      items={[
        {
          label: t('common.copyLink'),
          icon: 'copy',
          onSelect: () => void copyLink(`${location.origin}/r/${room.code}`),
        },
        ...(room.isHost ? hostItems : []),
        { label: t('home.forget'), icon: 'x', onSelect: onForget },
      ]}
      render={(props) => (
        <button
          {...props}
          class={buttonClass({ variant: 'quiet', size: 'small' }, 'icon')}
          title={label}
        >
          <Icon name="more" />
        </button>
      )}
    />
  );
}
