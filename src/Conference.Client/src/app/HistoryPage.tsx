import { useEffect, useMemo } from 'preact/hooks';
import { useTitle } from '../hooks';
import { createHistory } from '../state';
import type { SettingsModel } from '../state/model';
import { Frame } from './Frame';
import { historyTitle } from './titles';
import { history } from './views';

interface Props {
  readonly code: string;
  readonly settings: SettingsModel;
}

/** `/r/{code}/history` */
export function HistoryPage({ code, settings }: Props) {
  const model = useMemo(() => createHistory(code), [code]);
  useEffect(() => () => model.close(), [model]);
  useTitle(historyTitle(model));
  return (
    <Frame settings={settings}>
      <history.View history={model} />
    </Frame>
  );
}
