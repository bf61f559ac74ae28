import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IceRepair } from './IceRepair';

describe('IceRepair', () => {
  let repairs: number;
  let repair: IceRepair;

  beforeEach(() => {
    vi.useFakeTimers();
    repairs = 0;
    repair = new IceRepair(() => repairs++);
  });

  afterEach(() => {
    repair.close();
    vi.useRealTimers();
  });

  it('has patience with a first connection', () => {
    vi.advanceTimersByTime(5_900);
    expect([repair.state.value, repairs]).toEqual(['connecting', 0]);
    vi.advanceTimersByTime(100);
    expect([repair.state.value, repairs]).toEqual(['connecting', 1]);
  });

  it('does nothing about a connection that stands', () => {
    repair.follow('connected');
    vi.advanceTimersByTime(600_000);
    expect([repair.state.value, repairs]).toEqual(['connected', 0]);
  });

  it('gives a disconnected connection two seconds to find itself', () => {
    repair.follow('connected');
    repair.follow('disconnected');
    vi.advanceTimersByTime(1_900);
    repair.follow('connected');
    vi.advanceTimersByTime(60_000);
    expect([repair.state.value, repairs]).toEqual(['connected', 0]);
    repair.follow('disconnected');
    vi.advanceTimersByTime(2_000);
    expect([repair.state.value, repairs]).toEqual(['repairing', 1]);
  });

  it('calls a connection lost after twenty seconds and still repairs it', () => {
    repair.follow('connected');
    repair.follow('failed');
    vi.advanceTimersByTime(20_000);
    expect(repair.state.value).toBe('lost');
    const before = repairs;
    vi.advanceTimersByTime(60_000);
    expect(repairs - before).toBe(12);
    repair.follow('connected');
    expect(repair.state.value).toBe('connected');
  });

  it('stays lost through the states of a repair that fails', () => {
    vi.advanceTimersByTime(20_000);
    repair.follow('connecting');
    repair.follow('failed');
    expect(repair.state.value).toBe('lost');
  });
});
