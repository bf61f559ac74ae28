import { t } from '../../i18n';
import type { DeadEnd } from '../../state/model';
import { Button, buttonClass, Link, type IconName } from '../../ui';
import { MessagePage } from '../../ui/MessagePage';

interface Words {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

function wordsFor(end: DeadEnd): Words {
  switch (end.reason) {
    case 'notFound':
      return {
        icon: 'search',
        title: t('common.roomNotFound'),
        text: t('common.roomNotFoundHelp'),
      };
    case 'seatTaken':
      return { icon: 'copy', title: t('prejoin.seatTaken'), text: t('prejoin.seatTakenHelp') };
    case 'locked':
      return { icon: 'lock', title: t('prejoin.locked'), text: t('prejoin.lockedHelp') };
    case 'denied':
      return { icon: 'user-x', title: t('prejoin.denied'), text: t('prejoin.deniedHelp') };
    case 'removed':
      return { icon: 'user-x', title: t('prejoin.removed'), text: t('prejoin.removedHelp') };
    case 'full':
      return {
        icon: 'people',
        title: t('prejoin.full'),
        text: t('prejoin.fullHelp', { count: end.limit }),
      };
  }
}

/** A room that is not there stays away, and so does who was removed. */
const isWorthRetrying = ({ reason }: DeadEnd): boolean =>
  reason !== 'notFound' && reason !== 'removed';

interface Props {
  readonly end: DeadEnd;
  /** Opens the room's page anew. */
  readonly onRetry: () => void;
}

/** There is no way on into the room. */
export function DeadEndView({ end, onRetry }: Props) {
  const { icon, title, text } = wordsFor(end);
  return (
    <MessagePage icon={icon} title={title} text={text}>
      {isWorthRetrying(end) && (
        <Button variant="primary" onClick={onRetry}>
          {end.reason === 'seatTaken' ? t('prejoin.useThisTab') : t('common.tryAgain')}
        </Button>
      )}
      <Link class={buttonClass({ variant: 'outline' })} href="/">
        {t('common.backToHome')}
      </Link>
    </MessagePage>
  );
}
