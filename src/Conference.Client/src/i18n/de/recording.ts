import type { recording as english } from '../en/recording';
import type { Translation } from '../types';

export const recording: Translation<typeof english> = {
  record: 'Aufzeichnen',
  stop: 'Aufzeichnung beenden',
  one: '{name} zeichnet auf',
  several: '{names} zeichnen auf',
  own: 'Sie zeichnen auf',
  stopped: '{name} zeichnet nicht mehr auf',
};
