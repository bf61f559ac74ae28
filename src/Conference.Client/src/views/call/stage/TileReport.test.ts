// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { TileReport } from './TileReport';

const view = (width: number) => ({ width, height: width / 2, pinned: false });
const views = (key: string, width: number) => () => new Map([[key, view(width)]]);

afterEach(() => vi.restoreAllMocks());

test('what is recorded is asked for while the page is hidden, the stage is not', () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const showTiles = vi.fn();
  const report = new TileReport({ showTiles });
  report.measure('stage', views('yuki', 640));
  expect(showTiles).not.toHaveBeenCalled();
  report.measure('recording', views('mara', 320));
  expect(showTiles).toHaveBeenLastCalledWith(new Map([['mara', view(320)]]));
  report.measure('recording', undefined);
  expect(showTiles).toHaveBeenLastCalledWith(new Map());
});

test('a tile that is seen twice is asked for as the larger one', () => {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    draw();
    return 0;
  });
  const showTiles = vi.fn();
  const report = new TileReport({ showTiles });
  report.measure('recording', views('yuki', 1280));
  report.measure('stage', views('yuki', 640));
  expect(showTiles).toHaveBeenLastCalledWith(new Map([['yuki', view(1280)]]));
  report.measure('stage', views('yuki', 1600));
  expect(showTiles).toHaveBeenLastCalledWith(new Map([['yuki', view(1600)]]));
  vi.unstubAllGlobals();
});
