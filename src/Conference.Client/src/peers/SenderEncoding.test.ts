import { afterEach, describe, expect, it, vi } from 'vitest';
import { asReal } from './FakePeerConnection';
import { SenderEncoding } from './SenderEncoding';
import { hidden, type Encoding } from './uploadPlan';

const encoding: Encoding = { ...hidden, active: true, maxBitrate: 300_000 };

describe('SenderEncoding', () => {
  afterEach(() => void vi.restoreAllMocks());

  function create(refusals: number) {
    const set: unknown[] = [];
    const sender = {
      track: null,
      getParameters: () => ({ encodings: [{}] }),
      setParameters: ({ encodings }: { encodings: readonly unknown[] }) => {
        if (refusals-- > 0) {
          return Promise.reject(new Error('Modified meanwhile'));
        }
        set.push(...encodings);
        return Promise.resolve();
      },
    };
    return { set, sending: new SenderEncoding(() => asReal<RTCRtpSender>(sender)) };
  }

  it('is set once, however often it is planned', async () => {
    const { set, sending } = create(0);
    await sending.plan(encoding);
    await sending.plan({ ...encoding, maxBitrate: 305_000 });
    expect(set).toEqual([encoding]);
  });

  it('is set with a later plan when a negotiation was in the way, and that is logged once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { set, sending } = create(2);
    for (let times = 0; times < 4; times++) {
      await sending.plan(encoding);
    }
    expect(set).toEqual([encoding]);
    expect(warn).toHaveBeenCalledOnce();
  });
});
