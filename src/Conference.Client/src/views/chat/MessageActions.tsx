import { t } from '../../i18n';
import type { MessageModel } from '../../state/model';
import { buttonClass, copyLink, Icon, MenuButton, type MenuItem } from '../../ui';
import { copyText } from '../../ui/copyText';

interface Props {
  readonly model: MessageModel;
  readonly linkTo: (sequence: number) => string;
  /** The Tab key comes here from the message only, not past the ones under the mouse. */
  readonly tabbable: boolean;
}

/** What can be done with a message, beside it. */
export function MessageActions({ model, linkTo, tabbable }: Props) {
  return (
    <div class="acts" role="toolbar" aria-label={t('chat.actions')}>
      <MenuButton
        label={t('chat.more')}
        items={actionsFor(model, linkTo)}
        align="end"
        render={(button) => (
          <button
            {...button}
            tabIndex={tabbable ? 0 : -1}
            title={t('chat.more')}
            class={buttonClass({ variant: 'quiet', size: 'small' }, 'icon')}
          >
            <Icon name="more" />
          </button>
        )}
      />
    </div>
  );
}

function actionsFor({ message }: MessageModel, linkTo: Props['linkTo']): MenuItem[] {
  const { sequence, text = '', deleted = false } = message;
  const copyTextItem: MenuItem = {
    label: t('chat.copyText'),
    icon: 'copy',
    onSelect: () => void copyText(text, t('chat.textCopied')),
  };
  const texts = deleted ? [] : [copyTextItem];
  // A message on its way has no address yet.
  return sequence === undefined
    ? texts
    : [
        ...texts,
        {
          label: t('common.copyLink'),
          icon: 'link',
          onSelect: () => void copyLink(linkTo(sequence)),
        },
      ];
}
