/** A yes or no that follows its input with a delay of its own in each direction. */
export interface Hysteresis {
  readonly on: boolean;
  /** When the input last began to differ from `on`; undefined while they agree. */
  readonly differsSince: number | undefined;
}

export const off: Hysteresis = { on: false, differsSince: undefined };

export interface HysteresisDelays {
  readonly rise: number;
  readonly fall: number;
}

export function follow(
  state: Hysteresis,
  input: boolean,
  now: number,
  delays: HysteresisDelays,
): Hysteresis {
  if (input === state.on) {
    return state.differsSince === undefined ? state : { on: state.on, differsSince: undefined };
  }
  const since = state.differsSince ?? now;
  const delay = input ? delays.rise : delays.fall;
  return now - since >= delay
    ? { on: input, differsSince: undefined }
    : { on: state.on, differsSince: since };
}
