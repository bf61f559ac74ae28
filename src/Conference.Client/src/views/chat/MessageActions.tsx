import { t } from '../../i18n';
import type { MessageModel } from '../../state/model';
import { copyLink, Icon, MenuButton, toast, type MenuItem } from '../../ui';

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
            class="btn icon quiet small"
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
    onSelect: () => void copyText(text),
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

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(t('chat.textCopied'));
  } catch {
    toast(t('chat.textNotCopied'));
  }
}
