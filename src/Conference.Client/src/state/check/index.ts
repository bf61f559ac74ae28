import { RoomsApi } from '../../signaling/RoomsApi';
import { checkHere } from './checkHere';
import type { CheckModel } from './checkModel';

/** The page `/check`. Whoever creates it closes it. */
export function createCheck(): CheckModel {
  return checkHere(new RoomsApi());
}
