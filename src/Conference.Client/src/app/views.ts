import { lazyView } from '../ui/lazyView';
import { LoadFailedPage } from '../ui/LoadFailedPage';
import { WaitingPage } from '../ui/WaitingPage';

export const call = lazyView({
  load: async () => (await import('../views/call/CallView')).CallView,
  Waiting: WaitingPage,
  Failed: LoadFailedPage,
});

export const check = lazyView({
  load: async () => (await import('../views/check/CheckView')).CheckView,
  Waiting: WaitingPage,
  Failed: LoadFailedPage,
});

export const history = lazyView({
  load: async () => (await import('../views/history/HistoryView')).HistoryView,
  Waiting: WaitingPage,
  Failed: LoadFailedPage,
});
