export const recording = {
  record: 'Record',
  stop: 'Stop recording',
  one: '{name} is recording',
  several: '{names} are recording',
  own: 'You are recording',
  stopped: '{name} stopped recording',
} as const;
