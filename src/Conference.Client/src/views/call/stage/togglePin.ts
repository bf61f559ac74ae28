import type { StageModel } from '../../../state/model';

export function togglePin(stage: StageModel, tile: string): void {
  stage.pin(stage.pinned.peek() === tile ? undefined : tile);
}
