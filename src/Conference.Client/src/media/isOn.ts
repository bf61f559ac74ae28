import type { LocalMediaModel } from './LocalMediaModel';

type DeviceState = LocalMediaModel['microphone']['value'] | LocalMediaModel['camera']['value'];

/** A device that is starting counts as on, here and to others: pressing its button turns it off. */
export const isOn = (state: DeviceState): boolean => state === 'on' || state === 'starting';
