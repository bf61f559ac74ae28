import type { NetworkWatch } from './SignalingClient';

export const watchBrowserNetwork: NetworkWatch = ({ again, moved }, until) => {
  const options = { signal: until };
  addEventListener('online', moved, options);
  addEventListener('pageshow', again, options);
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') {
        again();
      }
    },
    options,
  );
};
