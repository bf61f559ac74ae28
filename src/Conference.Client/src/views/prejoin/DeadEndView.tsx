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
      return { icon: 'search', title: t('prejoin.notFound'), text: t('prejoin.notFoundHelp') };
    case 'seatTaken':
      return { icon: 'copy', title: t('prejoin.seatTaken'), text: t('prejoin.seatTakenHelp') };
    case 'full':
      return {
        icon: 'people',
        title: t('prejoin.full'),
        text: t('prejoin.fullHelp', { count: end.limit }),
      };
  }
}

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
      {end.reason !== 'notFound' && (
        <Button variant="primary" onClick={onRetry}>
          {end.reason === 'full' ? t('common.tryAgain') : t('prejoin.useThisTab')}
        </Button>
      )}
      <Link class={buttonClass({ variant: 'outline' })} href="/">
        {t('common.backToHome')}
      </Link>
    </MessagePage>
  );
}
