import { formatList, t } from '../../i18n';
import type { DeviceNews, LocalMediaModel } from '../../state/model';
import { toast } from '../../ui/toast';

type Replaced = Extract<DeviceNews, { kind: 'replaced' }>;
type Found = Extract<DeviceNews, { kind: 'found' }>;

/** Browsers tell in several steps of what was one movement of a hand: a headset's microphone, its speaker, a hub with more. */
const oneMovement = 1_000;

const collected: (Replaced | Found)[] = [];

/** Says what was pulled out and plugged in at once in one toast. */
export function collect(news: Replaced | Found, media: LocalMediaModel): void {
  if (collected.push(news) === 1) {
    setTimeout(() => tellTogether(collected.splice(0), media), oneMovement);
  }
}

function tellTogether(news: readonly (Replaced | Found)[], media: LocalMediaModel): void {
  const found = news.flatMap((one) => (one.kind === 'found' ? one.found : []));
  const labels = [...new Set(found.map(({ label }) => label))];
  const sentences = new Set([
    ...news.flatMap((one) => (one.kind === 'replaced' ? replacement(one) : [])),
    ...(labels.length > 0 ? [arrival(labels)] : []),
  ]);
  const all = { label: formatList(labels), parts: found.flatMap(({ parts }) => parts) };
  const use = {
    label: t(labels.length > 1 ? 'common.useThem' : 'common.useIt'),
    onSelect: () => void media.use(all),
  };
  toast([...sentences].join(' '), { actions: labels.length > 0 ? [use] : [] });
}

const replacement = (news: Replaced): string =>
  news.using === '' ? t('common.deviceGone', news) : t('common.deviceReplaced', news);

const arrival = (labels: readonly string[]): string =>
  labels.length > 1
    ? t('common.devicesFound', { labels: formatList(labels) })
    : t('common.deviceFound', { label: formatList(labels) });
