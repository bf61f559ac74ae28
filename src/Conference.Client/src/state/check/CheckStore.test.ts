import { describe, expect, it } from 'vitest';
import { checkSteps, type CheckFinding, type CheckStepName } from './checkModel';
import { CheckStore, type CheckRuns } from './CheckStore';

const passed: CheckFinding = { result: 'passed' };

function create(findings: Partial<Record<CheckStepName, CheckFinding>> = {}) {
  const asked: CheckStepName[] = [];
  const runs = checkSteps.map((name) => [
    name,
    () => {
      asked.push(name);
      return Promise.resolve(findings[name] ?? passed);
    },
  ]);
  return { asked, store: new CheckStore(Object.fromEntries(runs) as CheckRuns) };
}

describe('CheckStore', () => {
  it('tries one step after the other', async () => {
    const { asked, store } = create();
    const running = store.run();
    expect(store.steps.value[0]).toEqual({ name: 'browser', result: 'running' });
    expect(store.steps.value[1]).toEqual({ name: 'camera', result: 'waiting' });
    expect(store.summary.value).toBeUndefined();
    await running;
    expect(asked).toEqual(checkSteps);
    expect(store.summary.value).toBe('works');
  });

  it.each<[string, Partial<Record<CheckStepName, CheckFinding>>]>([
    ['works', {}],
    ['limited', { stun: { result: 'warning', cause: 'stunSilent' } }],
    ['limited', { camera: { result: 'failed', cause: 'notFound' } }],
    ['limited', { 'turn-udp': { result: 'failed', cause: 'turnSilent' } }],
    ['fails', { server: { result: 'failed', cause: 'serverSilent' } }],
    ['fails', { browser: { result: 'failed', cause: 'browserLacksCalls' } }],
    [
      'fails',
      {
        camera: { result: 'failed', cause: 'insecure' },
        microphone: { result: 'failed', cause: 'insecure' },
      },
    ],
  ])('sums up: %s', async (summary, findings) => {
    const { store } = create(findings);
    await store.run();
    expect(store.summary.value).toBe(summary);
  });

  it('begins anew, and forgets what comes of the run before', async () => {
    const { asked, store } = create();
    const first = store.run();
    const second = store.run();
    await Promise.all([first, second]);
    expect(asked.filter((name) => name === 'turn-tls')).toHaveLength(1);
    expect(store.summary.value).toBe('works');
  });

  it('stops when the page is left', async () => {
    const { asked, store } = create();
    const running = store.run();
    store.close();
    await running;
    expect(asked).toEqual(['browser']);
  });

  it('reports steps, results and causes', async () => {
    const { store } = create({
      camera: { result: 'passed', detail: { kind: 'size', width: 1280, height: 720 } },
      stun: { result: 'warning', cause: 'stunSilent' },
    });
    await store.run();
    expect(store.report()).toContain('camera: passed 1280 x 720');
    expect(store.report()).toContain('stun: warning (stunSilent)');
    expect(store.report().split('\n')).toHaveLength(9);
  });
});
