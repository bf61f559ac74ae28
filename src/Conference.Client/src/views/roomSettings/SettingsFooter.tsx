import { t } from '../../i18n';
import { Button } from '../../ui';

interface Props {
  /** The form that `Save` belongs to. */
  readonly form: string;
  readonly failure: string | undefined;
  readonly busy: boolean;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}

export const SettingsFooter = ({ form, failure, busy, onDelete, onCancel }: Props) => (
  <>
    <p class="small bad footer-failure" role="alert">
      {failure}
    </p>
    <Button variant="textDanger" onClick={onDelete}>
      {t('roomSettings.deleteRoom')}
    </Button>
    <span class="grow" />
    <Button variant="quiet" onClick={onCancel}>
      {t('common.cancel')}
    </Button>
    <Button type="submit" form={form} variant="primary" busy={busy}>
      {t('common.save')}
    </Button>
  </>
);
