import { describe, expect, it } from 'vitest';
import { MachineLoad, type SendingEffort } from './MachineLoad';

const used = 10_000_000;
const calm: SendingEffort = {
  encoding: 0.1,
  limited: false,
  kept: 1,
  brought: 1,
  pixelRate: used,
};
const between: SendingEffort = { ...calm, encoding: 0.7 };
const machine = { cores: 2, phone: false };

function after(load: MachineLoad, effort: SendingEffort, seconds: number): number {
  for (let second = 0; second < seconds; second++) {
    load.follow(effort);
  }
  return load.pixelRate;
}

describe('MachineLoad', () => {
  it('starts with what its cores can do, and with less on a phone', () => {
    const two = new MachineLoad(machine).pixelRate;
    expect(new MachineLoad({ cores: 4, phone: false }).pixelRate).toBe(two * 2);
    expect(new MachineLoad({ cores: 64, phone: false }).pixelRate).toBe(two * 2);
    expect(new MachineLoad({ cores: 2, phone: true }).pixelRate).toBeLessThan(two / 2);
  });

  it.each<[string, SendingEffort]>([
    ['encoding takes half of all cores', { ...calm, encoding: 1 }],
    ['the browser says so', { ...calm, limited: true }],
    ['pictures are left out', { ...calm, kept: 0.4 }],
    ['encoding leaves no time for the camera', { ...calm, encoding: 0.4, brought: 0.7 }],
  ])('gives less after two seconds in which %s', (_, effort) => {
    const load = new MachineLoad(machine);
    const { pixelRate } = load;
    expect(after(load, effort, 1)).toBe(pixelRate);
    expect(after(load, effort, 1)).toBeLessThan(used * 0.7);
  });

  it.each<[string, SendingEffort]>([
    ['with little to encode', { ...calm, brought: 0.5 }],
    ['that brings fifteen of sixteen', { ...between, brought: 15 / 16 }],
  ])('gives no less because of a camera that is slow in the dark, %s', (_, effort) => {
    const load = new MachineLoad(machine);
    const { pixelRate } = load;
    expect(after(load, effort, 1_000)).toBe(pixelRate);
  });

  it('lets pictures be slower when smaller ones were not enough', () => {
    const load = new MachineLoad(machine);
    const rates = () => [load.frameRateFor(5), load.frameRateFor(6)];
    after(load, { ...calm, limited: true }, 2);
    expect(rates()).toEqual([Infinity, Infinity]);
    after(load, { ...calm, limited: true }, 4);
    expect(rates()).toEqual([16, 10]);
    after(load, calm, 500);
    expect(rates()).toEqual([Infinity, Infinity]);
  });

  it('is not at ease while the camera has no time, however little encoding takes', () => {
    const load = new MachineLoad(machine);
    const less = after(load, { ...calm, limited: true }, 2);
    expect(after(load, { ...calm, brought: 0.8 }, 1_000)).toBe(less);
  });

  it('waits for what a step is good for before the next', () => {
    const load = new MachineLoad(machine);
    const less = after(load, { ...calm, limited: true }, 2);
    expect(after(load, { ...calm, limited: true }, 3)).toBe(less);
    expect(after(load, { ...calm, limited: true }, 1)).toBeLessThan(less);
  });

  it('does not follow a single bad second', () => {
    const load = new MachineLoad(machine);
    const { pixelRate } = load;
    for (let times = 0; times < 10; times++) {
      after(load, { ...calm, limited: true }, 1);
      after(load, calm, 1);
    }
    expect(load.pixelRate).toBe(pixelRate);
  });

  it('stops giving less, so that there is always a picture', () => {
    const load = new MachineLoad(machine);
    const least = after(load, { ...calm, limited: true }, 1_000);
    expect(least).toBeGreaterThan(1_000_000);
    expect(after(load, { ...calm, limited: true, pixelRate: 0 }, 1_000)).toBe(least);
  });

  it('gives more again after a calm while, later each time it had been too early', () => {
    const load = new MachineLoad(machine);
    after(load, { ...calm, limited: true }, 2);
    const waits: number[] = [];
    for (let times = 0; times < 3; times++) {
      let wait = 0;
      while (load.pixelRate < used) {
        after(load, calm, 1);
        wait++;
      }
      waits.push(wait);
      after(load, { ...calm, limited: true }, 2);
    }
    expect(waits).toEqual([20, 40, 80]);
  });

  it('stays as it is between calm and strained', () => {
    const load = new MachineLoad(machine);
    const less = after(load, { ...calm, limited: true }, 2);
    expect(after(load, between, 1_000)).toBe(less);
  });
});
