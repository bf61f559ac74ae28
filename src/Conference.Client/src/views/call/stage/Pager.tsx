import { t } from '../../../i18n';
import { IconButton } from '../../../ui/IconButton';

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Turns between pages of tiles. */
export function Pager({ page, pages, onPage }: Props) {
  return (
    <div class="pager">
      <IconButton
        icon="left"
        label={t('call.previousPage')}
        aria-disabled={page === 0}
        onClick={() => onPage(Math.max(0, page - 1))}
      />
      <span class="num small">{t('call.page', { page: page + 1, pages })}</span>
      <IconButton
        icon="right"
        label={t('call.nextPage')}
        aria-disabled={page === pages - 1}
        onClick={() => onPage(Math.min(pages - 1, page + 1))}
      />
    </div>
  );
}
